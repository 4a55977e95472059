package retriedcode

import (
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

var libraries = []library{
	{
		path: "github.com/cenkalti/backoff",
		runs: []runner{
			{name: "Retry"}, {name: "RetryNotify"}, {name: "RetryNotifyWithTimer"},
			{name: "RetryWithData"}, {name: "RetryNotifyWithData"}, {name: "RetryNotifyWithTimerAndData"},
		},
		stops:   []string{"Permanent", "PermanentError"},
		end:     ending{mark: "Permanent"},
		single:  map[string]string{"WithMaxTries": "1", "WithMaxRetries": "0"},
		none:    "StopBackOff",
		over:    "Stop",
		unwraps: func(p *types.Package) bool { return hasMethod(p, "PermanentError", "Is") || hasFunc(p, "RetryAfter") },
	},
	{
		path:       "github.com/avast/retry-go",
		runs:       []runner{{name: "Do"}, {name: "DoWithData"}, {name: "Retrier.Do"}, {name: "RetrierWithData.Do"}},
		stops:      []string{"Unrecoverable"},
		end:        ending{mark: "Unrecoverable"},
		predicates: map[string]int{"RetryIfFunc": 0},
		filters:    map[string]filtering{"RetryIf": asksAgain, "AttemptsForError": otherwise},
		replaces:   true,
		single:     map[string]string{"Attempts": "1"},
	},
	{path: "github.com/sethvargo/go-retry", marks: []string{"RetryableError"}, end: ending{bare: true}},
	{path: "github.com/hashicorp/terraform-plugin-sdk/helper/retry", marks: []string{"RetryableError"}, stops: []string{"NonRetryableError"}, end: ending{bare: true, mark: "NonRetryableError"}},
	{path: "github.com/hashicorp/terraform-plugin-sdk/helper/resource", marks: []string{"RetryableError"}, stops: []string{"NonRetryableError"}, end: ending{bare: true, mark: "NonRetryableError"}},
	{path: "github.com/hashicorp/go-retryablehttp", predicates: map[string]int{"CheckRetry": 0}},
	{path: "github.com/go-resty/resty", predicates: map[string]int{"RetryConditionFunc": 0}},
	{path: "resty.dev", predicates: map[string]int{"RetryConditionFunc": 0}},
	{
		path: "k8s.io/apimachinery/pkg/util/wait",
		runs: []runner{
			{name: "PollUntilContextTimeout", arg: 4, again: onFalse}, {name: "PollUntilContextCancel", arg: 3, again: onFalse},
			{name: "ExponentialBackoff", arg: 1, again: onFalse}, {name: "ExponentialBackoffWithContext", arg: 2, again: onFalse},
			{name: "Poll", arg: 2, again: onFalse}, {name: "PollImmediate", arg: 2, again: onFalse},
			{name: "PollInfinite", arg: 1, again: onFalse}, {name: "PollImmediateInfinite", arg: 1, again: onFalse},
			{name: "PollUntil", arg: 1, again: onFalse}, {name: "PollImmediateUntil", arg: 1, again: onFalse},
			{name: "PollWithContext", arg: 3, again: onFalse}, {name: "PollImmediateWithContext", arg: 3, again: onFalse},
			{name: "Until", again: always}, {name: "UntilWithContext", again: always}, {name: "NonSlidingUntil", again: always},
			{name: "NonSlidingUntilWithContext", again: always}, {name: "JitterUntil", again: always}, {name: "JitterUntilWithContext", again: always},
			{name: "BackoffUntil", again: always}, {name: "BackoffUntilWithContext", again: always}, {name: "Forever", again: always},
		},
	},
	{
		path: "k8s.io/client-go/util/workqueue",
		gives: []give{
			{"TypedInterface.Add", 0, "Get"}, {"TypedDelayingInterface.AddAfter", 0, "Get"}, {"TypedRateLimitingInterface.AddRateLimited", 0, "Get"},
			{"Interface.Add", 0, "Get"}, {"DelayingInterface.AddAfter", 0, "Get"}, {"RateLimitingInterface.AddRateLimited", 0, "Get"},
		},
	},
	{path: "k8s.io/client-go/util/retry", runs: []runner{{name: "OnError", arg: 2, predicate: 2}}},
	{
		path:     "github.com/failsafe-go/failsafe-go",
		policies: "retrypolicy",
		covers:   "fallback",
		breaker:  "circuitbreaker",
		bears:    "WithFailure",
		runs:     []runner{{name: "Executor.Run"}, {name: "Executor.Get"}, {name: "Executor.RunWithExecution"}, {name: "Executor.GetWithExecution"}},
		single:   map[string]string{"WithMaxRetries": "0", "WithMaxAttempts": "1"},
		filters: map[string]filtering{
			"HandleIf": asksAgain, "HandleErrors": listsAgain, "AbortIf": asksFinal, "AbortOnErrors": listsFinal,
			"HandleErrorTypes": otherwise, "HandleResult": otherwise, "AbortOnErrorTypes": otherwise, "AbortOnResult": otherwise,
		},
	},
	{path: "github.com/samber/lo", runs: []runner{{name: "Attempt", arg: 1}, {name: "AttemptWithDelay", arg: 2}}},
	{path: "github.com/Rican7/retry", runs: []runner{{name: "Retry"}}, single: map[string]string{"Limit": "1"}},
	{path: "github.com/lestrrat-go/backoff", paced: []string{"Controller.Next"}},
	{path: "github.com/matryer/try", runs: []runner{{name: "Do", again: onTrue}}},
	{path: "gopkg.in/matryer/try", runs: []runner{{name: "Do", again: onTrue}}},
	{
		path: "github.com/eapache/go-resiliency/retrier",
		runs: []runner{
			{name: "Retrier.Run", from: "New", nilArg: 1}, {name: "Retrier.RunCtx", from: "New", nilArg: 1}, {name: "Retrier.RunFn", from: "New", nilArg: 1},
		},
	},
	{path: "github.com/hibiken/asynq", handlers: []handler{{param: "Task"}}, methods: []string{"ProcessTask"}, stops: []string{"SkipRetry", "RevokeTask"}, end: ending{with: "SkipRetry"}},
	{path: "github.com/riverqueue/river", handlers: []handler{{param: "Job"}}, methods: []string{"Work"}, stops: []string{"JobCancel"}, end: ending{mark: "JobCancel"}},
	{
		path: "github.com/ThreeDotsLabs/watermill/message",
		handlers: []handler{{
			param: "Message",
			note:  " (without a poison queue or IgnoreErrors the broker redelivers it, even where the retry middleware gives up)",
		}},
		gives:   []give{{"Message.Nack", -1, ""}},
		family:  "github.com/ThreeDotsLabs/watermill/",
		catches: []string{"PoisonQueue", "PoisonQueueWithFilter", "NewIgnoreErrors"},
	},
	{path: "github.com/ThreeDotsLabs/watermill/message/router/middleware", fields: []string{"ShouldRetry"}},
	{path: "github.com/rabbitmq/amqp091-go", gives: []give{{"Delivery.Nack", 1, ""}, {"Delivery.Reject", 0, ""}, {"Channel.Nack", 2, ""}, {"Channel.Reject", 1, ""}}},
	{path: "github.com/streadway/amqp", gives: []give{{"Delivery.Nack", 1, ""}, {"Delivery.Reject", 0, ""}, {"Channel.Nack", 2, ""}, {"Channel.Reject", 1, ""}}},
	{path: "github.com/nats-io/nats.go", gives: []give{{"Msg.Nak", -1, ""}, {"Msg.NakWithDelay", -1, ""}}},
	{path: "github.com/nats-io/nats.go/jetstream", gives: []give{{"Msg.Nak", -1, ""}, {"Msg.NakWithDelay", -1, ""}}},
	{path: "cloud.google.com/go/pubsub", gives: []give{{"Message.Nack", -1, ""}, {"Message.NackWithResult", -1, ""}}},
	{path: "cloud.google.com/go/internal/pubsub", gives: []give{{"Message.Nack", -1, ""}, {"Message.NackWithResult", -1, ""}}}, // of which the other's Message is an alias
	{
		path:    "go.temporal.io/sdk/temporal",
		stops:   []string{"NewNonRetryableApplicationError"},
		perhaps: []string{"NewApplicationError", "NewApplicationErrorWithCause", "NewApplicationErrorWithOptions"}, // a policy may list the type
		family:  "go.temporal.io/sdk/",
		takers:  []taker{{"RegisterActivity", 0, false}, {"RegisterActivityWithOptions", 0, false}, {"ExecuteActivity", 1, true}, {"ExecuteLocalActivity", 1, true}},
		inside:  "go.temporal.io/sdk/activity",
		limits:  []string{"MaximumAttempts", "NonRetryableErrorTypes"},
	},
}

// byPath finds libraries.
var byPath = func() map[string]*library {
	m := make(map[string]*library)
	for i := range libraries {
		m[libraries[i].path] = &libraries[i]
	}
	return m
}()

// families are the libraries that have several packages.
var families = func() []*library {
	var all []*library
	for i := range libraries {
		if libraries[i].family != "" {
			all = append(all, &libraries[i])
		}
	}
	return all
}()

// has reports whether a package is one of a library's family.
func (l *library) has(p *types.Package) bool {
	return p != nil && strings.HasPrefix(p.Path(), l.family)
}

// libraryOf returns the library that a package is, or nil.
func libraryOf(p *types.Package) *library {
	if p == nil {
		return nil
	}
	return byPath[syntax.UnversionedPath(p.Path())]
}

func hasFunc(p *types.Package, name string) bool {
	_, ok := p.Scope().Lookup(name).(*types.Func)
	return ok
}

func hasMethod(p *types.Package, typ, method string) bool {
	obj := p.Scope().Lookup(typ)
	if obj == nil {
		return false
	}
	m, _, _ := types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, p, method)
	_, ok := m.(*types.Func)
	return ok
}
