module example.test/libs/backoff

go 1.25.0

require (
	example.test/libs/api v0.0.0
	github.com/cenkalti/backoff/v4 v4.3.0
	github.com/cenkalti/backoff/v5 v5.0.3
	github.com/errcodelint/errcodelint v0.0.0
)

replace example.test/libs/api => ../api

replace github.com/errcodelint/errcodelint => ../../../
