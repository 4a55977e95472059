package directive

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
	"github.com/errcodelint/errcodelint/internal/nearest"
)

const (
	name   = "errcodelint"
	prefix = "//" + name + ":"
)

// A form is how the directives of one verb are written.
type form struct {
	usage string
	parse func(*Directive, []string) *Problem
}

// forms has every verb. A function, since the parsers refer to it.
func forms() map[Verb]form {
	return map[Verb]form{
		Declare:    {"declare NAME key=KEY success=CODE,CODE prefix=PREFIX, where only the name is required", parseDeclare},
		Extend:     {"extend DOMAIN", parseExtend},
		Retry:      {"retry CLASS, which is one of success, backoff, fix, never", parseRetry},
		Domain:     {"domain DOMAIN, or domain none; on a function: domain DOMAIN PARAMETER, PARAMETER", parseDomain},
		Exhaustive: {"exhaustive", parseExhaustive},
		Ignore:     {"ignore CHECK,CHECK REASON", parseIgnore},
	}
}

// verbs lists the verbs' names.
func verbs() []string {
	return []string{string(Declare), string(Extend), string(Retry), string(Domain), string(Exhaustive), string(Ignore)}
}

// almost matches what was meant to be a directive, but is an ordinary comment.
var almost = lazyregexp.New(`(?is)^/[/*]\s*errcodelint\s*:\s*([a-z]+)(.*?)(\*/)?$`)

// Parse reads the text of a comment. It returns nothing for a comment that is no
// directive.
func Parse(text string) (*Directive, *Problem) {
	rest, ok := strings.CutPrefix(text, prefix)
	if !ok || rest == "" || rest[0] == ' ' || rest[0] == '\t' {
		return nil, parseAlmost(text)
	}
	if at := strings.Index(rest, " //"); at >= 0 {
		rest = rest[:at] // a comment on the directive
	}
	words := strings.Fields(rest)
	if len(words) == 0 {
		return nil, parseAlmost(prefix)
	}
	verb := Verb(words[0])
	f, ok := forms()[verb]
	if !ok {
		return nil, problem(Unknown, "there is no directive %s%s; %s", prefix, words[0], guess(words[0], verbs()))
	}
	d := &Directive{Verb: verb}
	if p := f.parse(d, words[1:]); p != nil {
		if p.Category == Malformed {
			p.Message += "; write " + prefix + f.usage
		}
		return nil, p
	}
	return d, nil
}

// parseAlmost recognises a directive that was written as a comment for people.
func parseAlmost(text string) *Problem {
	m := almost().FindStringSubmatch(text)
	if m == nil {
		if strings.TrimSpace(text) == prefix {
			return problem(Malformed, "%s says nothing; the directives are %s", prefix, strings.Join(verbs(), ", "))
		}
		return nil
	}
	verb := strings.ToLower(m[1])
	meant := prefix + verb + m[2]
	if meant == text || !slices.Contains(verbs(), verb) {
		return nil
	}
	if d, _ := Parse(meant); d == nil && !strings.HasPrefix(text, prefix) {
		return nil // prose, as "errcodelint:domain none frees a type" is
	}
	return problem(Malformed, "this is no directive, only a comment; write %s%s, in lower case, in a // comment, without a space after the slashes or beside the colon", prefix, verb)
}

func problem(category, format string, args ...any) *Problem {
	return &Problem{Category: category, Message: fmt.Sprintf(format, args...)}
}

// guess says what a word could have been.
func guess(word string, candidates []string) string {
	if near := nearest.To(strings.ToLower(word), candidates); near != "" {
		return "did you mean " + near + "?"
	}
	return "there are " + strings.Join(candidates, ", ")
}

var domainName = lazyregexp.New(`^[a-z][a-z0-9]*([-_][a-z0-9]+)*$`)

func parseName(words []string) (string, *Problem) {
	switch {
	case len(words) == 0:
		return "", problem(Malformed, "the name of the domain is missing")
	case !domainName().MatchString(words[0]):
		return "", problem(Malformed, "%q is no name for a domain: it has lower-case letters and digits, in words joined by - or _", words[0])
	}
	return words[0], nil
}

func parseDeclare(d *Directive, words []string) (p *Problem) {
	if d.Domain, p = parseName(words); p != nil {
		return p
	}
	if d.Domain == None {
		return problem(Malformed, "%q is what frees a value, and no name for a domain", None)
	}
	seen := make(map[string]bool)
	for _, word := range words[1:] {
		option, value, ok := strings.Cut(word, "=")
		switch {
		case !ok:
			return problem(Malformed, "%q is no option: options are written key=KEY, lists without spaces, success=0,10", word)
		case option != "key" && option != "success" && option != "prefix":
			return problem(Unknown, "%sdeclare has no option %s=; %s", prefix, option, guess(option, []string{"key", "prefix", "success"}))
		case seen[option]:
			return problem(Contradictory, "%s= is given twice; write it once, a list as success=0,10", option)
		case value == "" || slices.Contains(strings.Split(value, ","), ""):
			return problem(Malformed, "%s= lacks a value: lists are written without spaces, success=0,10", option)
		}
		seen[option] = true
		switch option {
		case "key":
			if strings.ContainsRune(value, ',') {
				return problem(Malformed, "key=%s: a domain has one key", value)
			}
			d.Key = value
		case "prefix":
			if !token.IsIdentifier(value) {
				return problem(Malformed, "prefix=%s: no constant's name can begin like this", value)
			}
			d.Prefix = value
		case "success":
			d.Success = strings.Split(value, ",")
		}
	}
	return nil
}

func parseExtend(d *Directive, words []string) (p *Problem) {
	if d.Domain, p = parseName(words); p != nil {
		return p
	}
	if len(words) > 1 {
		return problem(Malformed, "%q is too much", strings.Join(words[1:], " "))
	}
	return nil
}

// classes are the words for the retry classes.
var classes = map[string]codes.Retry{
	"success": codes.RetryNotNeeded,
	"backoff": codes.RetryWithBackoff,
	"fix":     codes.RetryAfterFix,
	"never":   codes.RetryNever,
}

// ClassWord returns the word for a retry class.
func ClassWord(class codes.Retry) string {
	for word, c := range classes {
		if c == class {
			return word
		}
	}
	return "unknown"
}

func parseRetry(d *Directive, words []string) *Problem {
	if len(words) != 1 {
		return problem(Malformed, "a code has one retry class, and here are %d", len(words))
	}
	class, ok := classes[words[0]]
	if !ok {
		return problem(Unknown, "there is no retry class %q; %s", words[0], guess(words[0], []string{"success", "backoff", "fix", "never"}))
	}
	d.Class = class
	return nil
}

func parseDomain(d *Directive, words []string) (p *Problem) {
	if d.Domain, p = parseName(words); p != nil {
		return p
	}
	if len(words) == 1 {
		return nil
	}
	for _, param := range strings.Split(strings.Join(words[1:], " "), ",") {
		param = strings.TrimSpace(param)
		if !token.IsIdentifier(param) {
			return problem(Malformed, "%q is no parameter: their names are separated by commas", param)
		}
		if slices.Contains(d.Params, param) {
			return problem(Contradictory, "the parameter %s is named twice", param)
		}
		d.Params = append(d.Params, param)
	}
	return nil
}

func parseExhaustive(_ *Directive, words []string) *Problem {
	if len(words) > 0 {
		return problem(Malformed, "%q is too much", strings.Join(words, " "))
	}
	return nil
}

func parseIgnore(d *Directive, words []string) *Problem {
	// "magiccode, missedcode reason" is read as it is meant.
	list := ""
	for len(words) > 0 && (list == "" || strings.HasSuffix(list, ",") || strings.HasPrefix(words[0], ",")) {
		list += words[0]
		words = words[1:]
	}
	if list == "" {
		return problem(Malformed, "it does not say which check")
	}
	for _, check := range strings.Split(list, ",") {
		if !slices.Contains(Checks, check) {
			return problem(Unknown, "there is no check %q; %s", check, guess(check, Checks))
		}
		if slices.Contains(d.Checks, check) {
			return problem(Contradictory, "the check %s is named twice", check)
		}
		d.Checks = append(d.Checks, check)
	}
	if len(words) == 0 {
		return problem(Malformed, "the reason is missing: say why the finding is none")
	}
	return nil
}
