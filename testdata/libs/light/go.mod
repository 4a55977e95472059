module example.test/libs/light

go 1.25.0

require (
	example.test/libs/api v0.0.0
	github.com/Rican7/retry v0.3.1
	github.com/eapache/go-resiliency v1.7.0
	github.com/errcodelint/errcodelint v0.0.0
	github.com/failsafe-go/failsafe-go v0.9.8
	github.com/go-resty/resty/v2 v2.17.2
	github.com/hashicorp/go-retryablehttp v0.7.8
	github.com/jpillora/backoff v1.1.0
	github.com/lestrrat-go/backoff/v2 v2.0.8
	github.com/matryer/try v0.0.0-20161228173917-9ac251b645a2
	github.com/samber/lo v1.53.0
	github.com/sethvargo/go-retry v0.3.0
	github.com/sony/gobreaker/v2 v2.4.0
	golang.org/x/sync v0.21.0
)

require (
	github.com/bits-and-blooms/bitset v1.24.4 // indirect
	github.com/cheekybits/is v0.0.0-20150225183255-68e9c0620927 // indirect
	github.com/hashicorp/go-cleanhttp v0.5.2 // indirect
	github.com/lestrrat-go/option v1.0.0 // indirect
	golang.org/x/net v0.43.0 // indirect
	golang.org/x/text v0.28.0 // indirect
)

replace example.test/libs/api => ../api

replace github.com/errcodelint/errcodelint => ../../../
