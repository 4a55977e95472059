module example.test/libs/backoff40

go 1.25.0

require (
	example.test/libs/api v0.0.0
	github.com/cenkalti/backoff/v3 v3.2.2
	github.com/cenkalti/backoff/v4 v4.0.2
	github.com/errcodelint/errcodelint v0.0.0
)

replace example.test/libs/api => ../api

replace github.com/errcodelint/errcodelint => ../../../
