package replies

import (
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

func TestSources(t *testing.T) {
	for _, test := range []struct {
		path, name string
		want       source
	}{
		{"net/http", "Response", response},
		{"net/http", "Request", request},
		{"net/http", "Client", unknown},
		{"database/sql", "Row", kept},
		{"database/sql", "", kept},
		{"os", "", kept},
		{"github.com/go-resty/resty/v2", "Response", response},
		{"github.com/go-resty/resty/v2", "Client", unknown},
		{"github.com/imroc/req/v3", "Response", response},
		{"github.com/valyala/fasthttp", "RequestCtx", request},
		{"github.com/redis/go-redis/v9", "StringCmd", kept},
		{"gopkg.in/h2non/gentleman.v2", "Response", response},
		{"github.com/aws/aws-sdk-go-v2/service/sqs/types", "Message", kept},
		{"github.com/nats-io/nats.go", "Msg", kept},
		{"github.com/nats-io/nats.go/jetstream", "", kept},
		{"github.com/Shopify/sarama", "ConsumerMessage", kept},
		{"github.com/aws/aws-lambda-go/events", "APIGatewayProxyRequest", request},
		{"example.org/desk/osutil", "File", unknown}, // not below os
		{"example.org/desk", "Response", unknown},
	} {
		if got := lookUpSource(test.path, test.name); got != test.want {
			t.Errorf("%s %q: %d, want %d", test.path, test.name, got, test.want)
		}
	}
}

// TestSourcesSpelled: a path with its version would never be found.
func TestSourcesSpelled(t *testing.T) {
	for path := range sources {
		if syntax.UnversionedPath(path) != path {
			t.Errorf("%s is asked for without its version", path)
		}
	}
}
