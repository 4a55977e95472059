module example.test/libs/clients

go 1.25.0

require (
	github.com/carlmjohnson/requests v0.23.5
	github.com/errcodelint/errcodelint v0.0.0
	github.com/go-openapi/runtime v0.32.6
	github.com/go-openapi/strfmt v0.27.0
	github.com/go-openapi/swag/jsonutils v0.27.3
	github.com/go-resty/resty/v2 v2.17.2
)

require (
	github.com/go-openapi/errors v0.22.8 // indirect
	github.com/go-openapi/swag/conv v0.27.3 // indirect
	github.com/go-openapi/swag/fileutils v0.27.3 // indirect
	github.com/go-openapi/swag/pools v0.27.3 // indirect
	github.com/go-openapi/swag/stringutils v0.27.3 // indirect
	github.com/go-openapi/swag/typeutils v0.27.3 // indirect
	github.com/go-viper/mapstructure/v2 v2.5.0 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/oklog/ulid/v2 v2.1.1 // indirect
	golang.org/x/net v0.57.0 // indirect
	golang.org/x/sync v0.22.0 // indirect
	golang.org/x/text v0.40.0 // indirect
)

replace github.com/errcodelint/errcodelint => ../../..
