package replies

import (
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// A source is where a text comes from.
type source int

const (
	unknown  source = iota
	response        // the answer to a request of this program
	request         // a request to this program
	kept            // what was made before: a file, a row, a queue's message, a flag
)

// sources says where a text comes from that the functions and types of a package give: by the
// import path without its major version, for the packages below it, too, and where that does not
// do, by the name of a type.
var sources = map[string]map[string]source{
	"net/http": {"Response": response, "Request": request},

	// Clients
	"github.com/valyala/fasthttp":           {"Response": response, "Request": request, "RequestCtx": request},
	"github.com/go-resty/resty":             {"Response": response},
	"resty.dev":                             {"Response": response},
	"github.com/imroc/req":                  {"Response": response},
	"github.com/parnurzeal/gorequest":       all(response),
	"github.com/levigross/grequests":        all(response),
	"github.com/carlmjohnson/requests":      all(response),
	"github.com/dghubble/sling":             all(response),
	"gopkg.in/h2non/gentleman":              all(response),
	"github.com/hashicorp/go-retryablehttp": all(response),
	"github.com/go-openapi/runtime":         {"ClientResponse": response},

	// Servers
	"github.com/gin-gonic/gin":                    {"Context": request},
	"github.com/labstack/echo":                    {"Context": request},
	"github.com/gofiber/fiber":                    {"Ctx": request, "Agent": response, "Response": response},
	"github.com/go-chi/chi":                       all(request),
	"github.com/go-chi/render":                    all(request),
	"github.com/gorilla/mux":                      all(request),
	"github.com/gorilla/schema":                   all(request),
	"github.com/kataras/iris":                     all(request),
	"github.com/beego/beego":                      all(request),
	"github.com/cloudwego/hertz":                  {"RequestContext": request, "Request": request, "Response": response},
	"github.com/aws/aws-lambda-go":                all(request),
	"mime/multipart":                              all(request),
	"net/http/httptest":                           all(kept),
	"github.com/googleapis/google-cloudevents-go": all(request),

	// Files, and what is given at the start
	"os": all(kept), "io/fs": all(kept), "io/ioutil": all(kept), "embed": all(kept), "path/filepath": all(kept), "flag": all(kept),
	"archive/zip": all(kept), "archive/tar": all(kept), "encoding/csv": all(kept), "testing/fstest": all(kept),
	"github.com/spf13/afero": all(kept), "github.com/spf13/viper": all(kept), "github.com/spf13/cobra": all(kept), "github.com/spf13/pflag": all(kept),
	"github.com/minio/minio-go": all(kept), "cloud.google.com/go/storage": all(kept),

	// Databases
	"database/sql": all(kept), "github.com/jmoiron/sqlx": all(kept), "github.com/jackc/pgx": all(kept), "github.com/lib/pq": all(kept),
	"gorm.io": all(kept), "github.com/jinzhu/gorm": all(kept), "entgo.io/ent": all(kept), "github.com/uptrace/bun": all(kept), "xorm.io/xorm": all(kept),
	"go.mongodb.org/mongo-driver": all(kept), "github.com/gocql/gocql": all(kept), "cloud.google.com/go/firestore": all(kept),
	"go.etcd.io": all(kept), "github.com/boltdb/bolt": all(kept), "github.com/dgraph-io/badger": all(kept), "github.com/syndtr/goleveldb": all(kept),
	"github.com/cockroachdb/pebble": all(kept), "github.com/elastic/go-elasticsearch": all(kept), "github.com/opensearch-project": all(kept),
	"cloud.google.com/go/bigquery": all(kept), "cloud.google.com/go/spanner": all(kept), "cloud.google.com/go/datastore": all(kept),

	// Caches
	"github.com/redis/go-redis": all(kept), "github.com/go-redis/redis": all(kept), "github.com/gomodule/redigo": all(kept), "github.com/redis/rueidis": all(kept),
	"github.com/bradfitz/gomemcache": all(kept), "github.com/patrickmn/go-cache": all(kept), "github.com/allegro/bigcache": all(kept),
	"github.com/coocood/freecache": all(kept), "github.com/dgraph-io/ristretto": all(kept), "github.com/hashicorp/golang-lru": all(kept), "sync": {"Map": kept},

	// Queues
	"github.com/IBM/sarama": all(kept), "github.com/Shopify/sarama": all(kept), "github.com/segmentio/kafka-go": all(kept),
	"github.com/confluentinc/confluent-kafka-go": all(kept), "github.com/twmb/franz-go": all(kept), "github.com/lovoo/goka": all(kept),
	"github.com/rabbitmq/amqp091-go": all(kept), "github.com/streadway/amqp": all(kept), "github.com/wagslane/go-rabbitmq": all(kept),
	"github.com/nats-io": all(kept), "github.com/nsqio/go-nsq": all(kept), "github.com/apache/pulsar-client-go": all(kept),
	"github.com/eclipse/paho.mqtt.golang": all(kept), "github.com/eclipse/paho.golang": all(kept), "github.com/go-stomp/stomp": all(kept),
	"cloud.google.com/go/pubsub": all(kept), "cloud.google.com/go/cloudtasks": all(kept), "gocloud.dev": all(kept),
	"github.com/aws/aws-sdk-go": all(kept), "github.com/aws/aws-sdk-go-v2": all(kept),
	"github.com/Azure/azure-sdk-for-go": all(kept), "github.com/Azure/azure-service-bus-go": all(kept),
	"github.com/hibiken/asynq": all(kept), "github.com/riverqueue/river": all(kept), "github.com/ThreeDotsLabs/watermill": all(kept),
	"github.com/gocraft/work": all(kept), "github.com/RichardKnop/machinery": all(kept), "github.com/adjust/rmq": all(kept), "go.temporal.io": all(kept),
}

// all is for packages whose types are alike.
func all(s source) map[string]source { return map[string]source{"": s} }

// lookUpSource returns what is known of a type of a package; name is empty for its functions.
func lookUpSource(path, name string) source {
	path = syntax.UnversionedPath(path)
	for {
		if byName, ok := sources[path]; ok {
			if s, ok := byName[name]; ok {
				return s
			}
			return byName[""]
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return unknown
		}
		path = path[:i]
	}
}

// sourceOf returns what is known of the values of a type.
func sourceOf(t types.Type) source {
	if t == nil {
		return unknown // ill-typed
	}
	n := namedOf(t)
	if n == nil || n.Pkg() == nil {
		return unknown
	}
	return lookUpSource(n.Pkg().Path(), n.Name())
}

// sourceOfCall returns what is known of the results of a function.
func sourceOfCall(fn *types.Func) source {
	if fn.Pkg() == nil {
		return unknown
	}
	if recv := fn.Signature().Recv(); recv != nil {
		if s := sourceOf(recv.Type()); s != unknown {
			return s
		}
		if n := namedOf(recv.Type()); n != nil {
			return lookUpSource(fn.Pkg().Path(), n.Name())
		}
	}
	return lookUpSource(fn.Pkg().Path(), "")
}

func (s source) text() Text {
	return Text{Request: s == request, Stored: s == kept}
}

// storedNames is what functions and types are called that keep what was decoded long ago. It is
// asked for the module's own, and for packages of which nothing is known.
var storedNames = lazyregexp.New(`(?i)(store|repo|cache|database|queue|archive|fixture|golden|snapshot|saved|history|journal|outbox|inbox|fromdisk|fromfile|fromdb|restore|replay|migrat|sample|testdata|redis|memcache|sqlite|gorm|bolt|badger|kafka|amqp|nats|pubsub|sqs)|^(load|get(from|saved|stored|cached))|DB$|/sql`)

// keptNames are what a text is called that some other time made.
var keptNames = lazyregexp.New(`(?i)^(payload|event|job|record|row|task|saved|cached|stored)`)

// A feed is a function that puts what one argument holds into another; -1 is its receiver.
type feed struct{ into, from int }

// feeds are the standard library's, by full name.
var feeds = map[string]feed{
	"io.Copy": {0, 1}, "io.CopyN": {0, 1}, "io.CopyBuffer": {0, 1}, "io.WriteString": {0, 1},
	"io.ReadFull": {1, 0}, "io.ReadAtLeast": {1, 0},
	"(*bytes.Buffer).ReadFrom": {-1, 0}, "(*bytes.Buffer).Write": {-1, 0}, "(*bytes.Buffer).WriteString": {-1, 0},
	"(*strings.Builder).Write": {-1, 0}, "(*strings.Builder).WriteString": {-1, 0},
	"(io.Reader).Read": {0, -1}, "(*bufio.Reader).Read": {0, -1}, "(*os.File).Read": {0, -1},
	"encoding/json.Compact": {0, 1}, "encoding/json.Indent": {0, 1},
}
