kdedup_LIBS = -lsqlite3
