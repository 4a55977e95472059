module example.test/libs/clients

go 1.25.0

require (
	github.com/carlmjohnson/requests v0.23.5
	github.com/errcodelint/errcodelint v0.0.0
	github.com/go-resty/resty/v2 v2.17.2
)

require golang.org/x/net v0.43.0 // indirect

replace github.com/errcodelint/errcodelint => ../../..
