module example.test/libs/retrygo

go 1.25.0

require (
	example.test/libs/api v0.0.0
	github.com/avast/retry-go/v4 v4.7.0
	github.com/avast/retry-go/v5 v5.1.1
	github.com/errcodelint/errcodelint v0.0.0
)

replace example.test/libs/api => ../api

replace github.com/errcodelint/errcodelint => ../../../
