package names

import (
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// SayRetry reports whether a name says that something is to be tried again:
// isRetryable, transientCodes, mayRetry, but not noRetry or NonRetryable; nor what says more about it, and
// with that something else: retryLimitReached, temporarilyBlocked, retryWithOtherSender. A condition may be of any kind:
// retryWhenBusy.
func SayRetry(name string) bool {
	if notRetry().MatchString(name) {
		return false
	}
	says := false
	for _, w := range syntax.Words(name) {
		switch {
		case !says && negative[w]:
			return false
		case retryWord().MatchString(w):
			says = true
		case says && (w == "if" || w == "when"):
			return true
		case says && !about[strings.TrimSuffix(w, "s")]:
			return false
		}
	}
	return says
}

var (
	retryWord = lazyregexp.New(`^(retry|retries|retryable|retriable|retrying|retried|transient|temporary|temporarily)$`)
	notRetry  = lazyregexp.New(`(?i)(non?|not|un|never|stop|skip)[_-]?(retr|transient|temporary)`)
	negative  = map[string]bool{
		"no": true, "non": true, "not": true, "never": true, "stop": true, "stops": true, "skip": true, "dont": true, "cannot": true,
		"isnt": true, "without": true, "max": true, "after": true, "before": true, "permanent": true, "fatal": true, "final": true,
	}
)

// about is what may stand behind the word, and says no more than what is tried again, or that it is.
var about = wordsIn(`able again all allowed api attempt backoff by call check class client code condition conn connection decision delay delivery
	download err error failure fault fn for func handler http issue it job kind later list map message mode msg needed network now of ok on operation
	policy policie possible predicate problem reason reply request required response result rule send sending server set sm sms state statu status
	strategy strategie table task that the thi transport try upload verify with worth`)

// SayTrouble reports whether a name says that something is about what went wrong, or that it comes with whatever answer: message,
// errorDetails, request_id.
func SayTrouble(name string) bool {
	return slices.ContainsFunc(syntax.Words(name), func(w string) bool { return trouble[w] })
}

var trouble = wordsIn(`bad correlation date denied desc description detail details err error errors fail failed failing failure fault hint http info
	invalid ko message messages msg nok problem reason reasons refused reject rejected rejection request text time timestamp title trace trouble version
	warning warnings`)

// SayNoMore reports whether the words of a text, as of an error, say no more than that something has failed for a code:
// "code %s", but not "account: %s".
func SayNoMore(text string) bool {
	for _, w := range letters().FindAllString(verb().ReplaceAllString(text, ""), -1) {
		if !neutral[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

var (
	letters = lazyregexp.New(`\pL+`)
	verb    = lazyregexp.New(`%[-+# 0-9.]*[a-zA-Z]`)
	neutral = wordsIn(`a an answer answered api by code codes error failed failing failure for from message not of response responsecode reason reasoncode
	refused rejected reply request send sending sent server sms status submit the to with`)
)

func wordsIn(list string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
