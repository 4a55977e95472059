package relays

import (
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A library is a relay of another module.
type library struct {
	Relay
	without int // the index, plus one, of an argument without which it is one: nil
}

// libraries are they by their package's path, without versions, and their name.
var libraries = map[string]library{
	"github.com/sony/gobreaker.CircuitBreaker.Execute":      {Relay: Relay{Param: 0, Results: []int{0, 1}}},
	"github.com/eapache/go-resiliency/breaker.Breaker.Run":  {Relay: Relay{Param: 0, Results: []int{0}}},
	"github.com/rubyist/circuitbreaker.Breaker.Call":        {Relay: Relay{Param: 0, Results: []int{0}}},
	"github.com/rubyist/circuitbreaker.Breaker.CallContext": {Relay: Relay{Param: 1, Results: []int{0}}},
	"github.com/afex/hystrix-go/hystrix.Do":                 {Relay: Relay{Param: 1, Results: []int{0}}, without: 3},
	"github.com/afex/hystrix-go/hystrix.DoC":                {Relay: Relay{Param: 2, Results: []int{0}}, without: 4},
	"golang.org/x/sync/singleflight.Group.Do":               {Relay: Relay{Param: 1, Results: []int{0, 1, -1}}},
	"gorm.io/gorm.DB.Transaction":                           {Relay: Relay{Param: 0, Results: []int{0}}},
	"go.etcd.io/bbolt.DB.Update":                            {Relay: Relay{Param: 0, Results: []int{0}}},
	"go.etcd.io/bbolt.DB.View":                              {Relay: Relay{Param: 0, Results: []int{0}}},
	"github.com/jackc/pgx.BeginFunc":                        {Relay: Relay{Param: 2, Results: []int{0}}},
	"github.com/jackc/pgx.BeginTxFunc":                      {Relay: Relay{Param: 3, Results: []int{0}}},
}

// libraryOf returns what is known of a function of another module.
func libraryOf(fn *types.Func) (library, bool) {
	lib, ok := libraries[syntax.UnversionedPath(fn.Pkg().Path())+"."+syntax.ObjectName(fn)]
	return lib, ok
}
