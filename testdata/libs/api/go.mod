module example.test/libs/api

go 1.25.0
