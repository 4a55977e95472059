package libraries

import (
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

var libraries = []Library{
	{
		Path: "github.com/cenkalti/backoff",
		Runs: []Runner{
			{Name: "Retry"}, {Name: "RetryNotify"}, {Name: "RetryNotifyWithTimer"},
			{Name: "RetryWithData"}, {Name: "RetryNotifyWithData"}, {Name: "RetryNotifyWithTimerAndData"},
		},
		Stops:   []string{"Permanent", "PermanentError"},
		End:     Ending{Mark: "Permanent"},
		Single:  map[string]string{"WithMaxTries": "1", "WithMaxRetries": "0"},
		None:    "StopBackOff",
		Over:    "Stop",
		Unwraps: func(p *types.Package) bool { return HasMethod(p, "PermanentError", "Is") || hasFunc(p, "RetryAfter") },
	},
	{
		Path:       "github.com/avast/retry-go",
		Runs:       []Runner{{Name: "Do"}, {Name: "DoWithData"}, {Name: "Retrier.Do"}, {Name: "RetrierWithData.Do"}},
		Stops:      []string{"Unrecoverable"},
		End:        Ending{Mark: "Unrecoverable"},
		Predicates: map[string]int{"RetryIfFunc": 0},
		Filters:    map[string]Filtering{"RetryIf": AsksAgain, "AttemptsForError": otherwise},
		Replaces:   true,
		Single:     map[string]string{"Attempts": "1"},
	},
	{Path: "github.com/sethvargo/go-retry", Marks: []string{"RetryableError"}, End: Ending{Bare: true}},
	{Path: "github.com/hashicorp/terraform-plugin-sdk/helper/retry", Marks: []string{"RetryableError"}, Stops: []string{"NonRetryableError"}, End: Ending{Bare: true, Mark: "NonRetryableError"}},
	{Path: "github.com/hashicorp/terraform-plugin-sdk/helper/resource", Marks: []string{"RetryableError"}, Stops: []string{"NonRetryableError"}, End: Ending{Bare: true, Mark: "NonRetryableError"}},
	{Path: "github.com/hashicorp/go-retryablehttp", Predicates: map[string]int{"CheckRetry": 0}},
	{Path: "github.com/go-resty/resty", Predicates: map[string]int{"RetryConditionFunc": 0}},
	{Path: "resty.dev", Predicates: map[string]int{"RetryConditionFunc": 0}},
	{
		Path: "k8s.io/apimachinery/pkg/util/wait",
		Runs: []Runner{
			{Name: "PollUntilContextTimeout", Arg: 4, Again: OnFalse}, {Name: "PollUntilContextCancel", Arg: 3, Again: OnFalse},
			{Name: "ExponentialBackoff", Arg: 1, Again: OnFalse}, {Name: "ExponentialBackoffWithContext", Arg: 2, Again: OnFalse},
			{Name: "Poll", Arg: 2, Again: OnFalse}, {Name: "PollImmediate", Arg: 2, Again: OnFalse},
			{Name: "PollInfinite", Arg: 1, Again: OnFalse}, {Name: "PollImmediateInfinite", Arg: 1, Again: OnFalse},
			{Name: "PollUntil", Arg: 1, Again: OnFalse}, {Name: "PollImmediateUntil", Arg: 1, Again: OnFalse},
			{Name: "PollWithContext", Arg: 3, Again: OnFalse}, {Name: "PollImmediateWithContext", Arg: 3, Again: OnFalse},
			{Name: "Until", Again: Always}, {Name: "UntilWithContext", Again: Always}, {Name: "NonSlidingUntil", Again: Always},
			{Name: "NonSlidingUntilWithContext", Again: Always}, {Name: "JitterUntil", Again: Always}, {Name: "JitterUntilWithContext", Again: Always},
			{Name: "BackoffUntil", Again: Always}, {Name: "BackoffUntilWithContext", Again: Always}, {Name: "Forever", Again: Always},
		},
	},
	{
		Path: "k8s.io/client-go/util/workqueue",
		Gives: []give{
			{"TypedInterface.Add", 0, "Get"}, {"TypedDelayingInterface.AddAfter", 0, "Get"}, {"TypedRateLimitingInterface.AddRateLimited", 0, "Get"},
			{"Interface.Add", 0, "Get"}, {"DelayingInterface.AddAfter", 0, "Get"}, {"RateLimitingInterface.AddRateLimited", 0, "Get"},
		},
	},
	{Path: "k8s.io/client-go/util/retry", Runs: []Runner{{Name: "OnError", Arg: 2, Predicate: 2}}},
	{
		Path:     "github.com/failsafe-go/failsafe-go",
		Policies: "retrypolicy",
		Covers:   "fallback",
		Breaker:  "circuitbreaker",
		Bears:    "WithFailure",
		Runs:     []Runner{{Name: "Executor.Run"}, {Name: "Executor.Get"}, {Name: "Executor.RunWithExecution"}, {Name: "Executor.GetWithExecution"}},
		Single:   map[string]string{"WithMaxRetries": "0", "WithMaxAttempts": "1"},
		Filters: map[string]Filtering{
			"HandleIf": AsksAgain, "HandleErrors": ListsAgain, "AbortIf": AsksFinal, "AbortOnErrors": ListsFinal,
			"HandleErrorTypes": otherwise, "HandleResult": otherwise, "AbortOnErrorTypes": otherwise, "AbortOnResult": otherwise,
		},
	},
	{Path: "github.com/samber/lo", Runs: []Runner{{Name: "Attempt", Arg: 1}, {Name: "AttemptWithDelay", Arg: 2}}},
	{Path: "github.com/Rican7/retry", Runs: []Runner{{Name: "Retry"}}, Single: map[string]string{"Limit": "1"}},
	{Path: "github.com/lestrrat-go/backoff", Paced: []string{"Controller.Next"}},
	{Path: "github.com/matryer/try", Runs: []Runner{{Name: "Do", Again: OnTrue}}},
	{Path: "gopkg.in/matryer/try", Runs: []Runner{{Name: "Do", Again: OnTrue}}},
	{
		Path: "github.com/eapache/go-resiliency/retrier",
		Runs: []Runner{
			{Name: "Retrier.Run", From: "New", NilArg: 1}, {Name: "Retrier.RunCtx", From: "New", NilArg: 1}, {Name: "Retrier.RunFn", From: "New", NilArg: 1},
		},
		Lists: map[string]Filtering{"WhitelistClassifier": ListsAgain, "BlacklistClassifier": ListsFinal},
	},
	{Path: "github.com/hibiken/asynq", Handlers: []Handler{{Param: "Task"}}, Methods: []string{"ProcessTask"}, Stops: []string{"SkipRetry", "RevokeTask"}, End: Ending{With: "SkipRetry"}},
	{Path: "github.com/riverqueue/river", Handlers: []Handler{{Param: "Job"}}, Methods: []string{"Work"}, Stops: []string{"JobCancel"}, End: Ending{Mark: "JobCancel"}},
	{
		Path: "github.com/ThreeDotsLabs/watermill/message",
		Handlers: []Handler{{
			Param: "Message",
			Note:  " (without a poison queue or IgnoreErrors the broker redelivers it, even where the retry middleware gives up)",
		}},
		Gives:   []give{{"Message.Nack", -1, ""}},
		Family:  "github.com/ThreeDotsLabs/watermill/",
		Catches: []string{"PoisonQueue", "PoisonQueueWithFilter", "NewIgnoreErrors"},
	},
	{Path: "github.com/ThreeDotsLabs/watermill/message/router/middleware", Fields: []string{"ShouldRetry"}},
	{Path: "github.com/rabbitmq/amqp091-go", Gives: []give{{"Delivery.Nack", 1, ""}, {"Delivery.Reject", 0, ""}, {"Channel.Nack", 2, ""}, {"Channel.Reject", 1, ""}}},
	{Path: "github.com/streadway/amqp", Gives: []give{{"Delivery.Nack", 1, ""}, {"Delivery.Reject", 0, ""}, {"Channel.Nack", 2, ""}, {"Channel.Reject", 1, ""}}},
	{Path: "github.com/nats-io/nats.go", Gives: []give{{"Msg.Nak", -1, ""}, {"Msg.NakWithDelay", -1, ""}}},
	{Path: "github.com/nats-io/nats.go/jetstream", Gives: []give{{"Msg.Nak", -1, ""}, {"Msg.NakWithDelay", -1, ""}}},
	{Path: "cloud.google.com/go/pubsub", Gives: []give{{"Message.Nack", -1, ""}, {"Message.NackWithResult", -1, ""}}},
	{Path: "cloud.google.com/go/internal/pubsub", Gives: []give{{"Message.Nack", -1, ""}, {"Message.NackWithResult", -1, ""}}}, // of which the other's Message is an alias
	{
		Path:    "go.temporal.io/sdk/temporal",
		Stops:   []string{"NewNonRetryableApplicationError"},
		Perhaps: []string{"NewApplicationError", "NewApplicationErrorWithCause", "NewApplicationErrorWithOptions"}, // a policy may list the type
		Family:  "go.temporal.io/sdk/",
		Takers:  []taker{{"RegisterActivity", 0, false}, {"RegisterActivityWithOptions", 0, false}, {"ExecuteActivity", 1, true}, {"ExecuteLocalActivity", 1, true}},
		Inside:  "go.temporal.io/sdk/activity",
		Limits:  []string{"MaximumAttempts", "NonRetryableErrorTypes"},
	},
}

// byPath finds libraries.
var byPath = func() map[string]*Library {
	m := make(map[string]*Library)
	for i := range libraries {
		m[libraries[i].Path] = &libraries[i]
	}
	return m
}()

// families are the libraries that have several packages.
var Families = func() []*Library {
	var all []*Library
	for i := range libraries {
		if libraries[i].Family != "" {
			all = append(all, &libraries[i])
		}
	}
	return all
}()

// Has reports whether a package is one of a library's family.
func (l *Library) Has(p *types.Package) bool {
	return p != nil && strings.HasPrefix(p.Path(), l.Family)
}

// Of returns the library that a package is, or nil.
func Of(p *types.Package) *Library {
	if p == nil {
		return nil
	}
	return byPath[syntax.UnversionedPath(p.Path())]
}

func hasFunc(p *types.Package, name string) bool {
	_, ok := p.Scope().Lookup(name).(*types.Func)
	return ok
}

// HasMethod reports whether a type that a package declares has a method.
func HasMethod(p *types.Package, typ, method string) bool {
	obj := p.Scope().Lookup(typ)
	if obj == nil {
		return false
	}
	m, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, p, method)
	_, ok := m.(*types.Func)
	return ok
}
