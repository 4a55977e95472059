package codes_test

import (
	"iter"
	"testing"

	"github.com/errcodelint/errcodelint/codes"
)

// The results go here, so that the compiler cannot leave the calls out.
var (
	sinkText     string
	sinkErr      error
	sinkBool     bool
	sinkRetry    codes.Retry
	sinkInt      int
	sinkResponse codes.ResponseCode
	sinkTemplate codes.TemplateCode
)

func TestNoAllocations(t *testing.T) {
	testNoAllocations(t, codes.ResponseCodes(), codes.ParseResponse)
	testNoAllocations(t, codes.ReasonCodes(), codes.ParseReason)
	testNoAllocations(t, codes.TemplateCodes(), codes.ParseTemplate)
}

func testNoAllocations[C code, P decoder[C]](t *testing.T, all iter.Seq[C], parse func(string) (C, error)) {
	for c := range all {
		var into C
		text, quoted := []byte(c.Wire()), []byte(`"`+c.Wire()+`"`)
		for name, run := range map[string]func(){
			"Parse":         func() { into, sinkErr = parse(c.Wire()) },
			"UnmarshalText": func() { sinkErr = P(&into).UnmarshalText(text) },
			"UnmarshalJSON": func() { sinkErr = P(&into).UnmarshalJSON(quoted) },
			"String":        func() { sinkText = c.String() },
			"Description":   func() { sinkText = c.Description() },
			"Wire":          func() { sinkText = c.Wire() },
			"Known":         func() { sinkBool = c.Known() },
			"Retry":         func() { sinkRetry = c.Retry() },
			"Retryable":     func() { sinkBool = c.Retryable() },
			"Err":           func() { sinkErr = c.Err() },
		} {
			if allocs := testing.AllocsPerRun(5, run); allocs != 0 {
				t.Errorf("%T %d: %s allocates %v times", c, int(c), name, allocs)
			}
		}
		sinkInt = int(into)
	}
}

// The codes of the benchmarks: of the response domain the ones that are found at once, by the
// short cut, and of the template domain the ones that have to be searched for.

func BenchmarkParse(b *testing.B) {
	b.Run("0", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkResponse, sinkErr = codes.ParseResponse("0")
		}
	})
	b.Run("131009", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkTemplate, sinkErr = codes.ParseTemplate("131009")
		}
	})
	b.Run("bad", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sinkResponse, sinkErr = codes.ParseResponse("00")
		}
	})
}

func BenchmarkUnmarshalJSON(b *testing.B) {
	data := []byte(`"131009"`)
	b.ReportAllocs()
	for b.Loop() {
		sinkErr = sinkTemplate.UnmarshalJSON(data)
	}
}

func BenchmarkString(b *testing.B) {
	benchmark(b, func(r codes.ResponseCode) { sinkText = r.String() }, func(t codes.TemplateCode) { sinkText = t.String() })
}

func BenchmarkWire(b *testing.B) {
	benchmark(b, func(r codes.ResponseCode) { sinkText = r.Wire() }, func(t codes.TemplateCode) { sinkText = t.Wire() })
}

func BenchmarkErr(b *testing.B) {
	benchmark(b, func(r codes.ResponseCode) { sinkErr = r.Err() }, func(t codes.TemplateCode) { sinkErr = t.Err() })
}

func BenchmarkRetryable(b *testing.B) {
	benchmark(b, func(r codes.ResponseCode) { sinkBool = r.Retryable() }, func(t codes.TemplateCode) { sinkBool = t.Retryable() })
}

// BenchmarkError joins texts, and so is the one method that allocates.
func BenchmarkError(b *testing.B) {
	benchmark(b, func(r codes.ResponseCode) { sinkText = r.Error() }, func(t codes.TemplateCode) { sinkText = t.Error() })
}

func benchmark(b *testing.B, response func(codes.ResponseCode), template func(codes.TemplateCode)) {
	b.Run("short cut", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			response(codes.ResponseThrottlingRateExceeded)
		}
	})
	b.Run("search", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			template(codes.TemplateInvalidParameterValue)
		}
	})
}

func BenchmarkRange(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for c := range codes.TemplateCodes() {
			sinkTemplate = c
		}
	}
}
