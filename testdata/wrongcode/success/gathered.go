package success

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

// What a program gathers, and hands to its loops and callbacks, has been chosen by it.

func refused(rs []reply) []codes.ResponseCode {
	var all []codes.ResponseCode
	for _, r := range rs {
		if r.Code != codes.ResponseSuccess {
			all = append(all, r.Code)
		}
	}
	return all
}

func everyRefusal(rs []reply) error {
	var errs []error
	for _, code := range refused(rs) {
		errs = append(errs, code)
	}
	return errors.Join(errs...)
}

func firstRefusal(rs []reply) error {
	bad := refused(rs)
	if len(bad) == 0 {
		return nil
	}
	return fmt.Errorf("first of %d: %w", len(bad), bad[0])
}

func byRecipient(rs []reply) error {
	bad := make(map[string]codes.ResponseCode)
	for _, r := range rs {
		if r.Code != codes.ResponseSuccess {
			bad[r.Message] = r.Code
		}
	}
	for to, code := range bad {
		return fmt.Errorf("%s: %w", to, code)
	}
	if code, ok := bad[""]; ok {
		return code
	}
	return nil
}

func announced(rs []reply) error {
	bad := make(chan codes.ResponseCode, len(rs))
	go func() {
		defer close(bad)
		for _, r := range rs {
			if r.Code != codes.ResponseSuccess {
				bad <- r.Code
			}
		}
	}()
	if code, ok := <-bad; ok {
		return code
	}
	select {
	case code, ok := <-bad:
		if ok {
			return code
		}
	default:
	}
	for code := range bad {
		return fmt.Errorf("refused: %w", code)
	}
	return nil
}

func eachRefused(rs []reply) iter.Seq2[string, codes.ResponseCode] {
	return func(yield func(string, codes.ResponseCode) bool) {
		for _, r := range rs {
			if r.Code != codes.ResponseSuccess && !yield(r.Message, r.Code) {
				return
			}
		}
	}
}

func ranged(rs []reply) error {
	var errs []error
	for to, code := range eachRefused(rs) {
		errs = append(errs, fmt.Errorf("%s: %w", to, code))
	}
	return errors.Join(errs...)
}

func visit(rs []reply, f func(to string, code codes.ResponseCode) error) error {
	for _, r := range rs {
		if r.Code == codes.ResponseSuccess {
			continue
		}
		if err := f(r.Message, r.Code); err != nil {
			return err
		}
	}
	return nil
}

func visited(rs []reply) error {
	return visit(rs, func(to string, code codes.ResponseCode) error {
		return fmt.Errorf("%s: %w", to, code)
	})
}

type handlers struct {
	sent    func() error
	refused func(codes.ResponseCode) error
}

func (o handlers) of(code codes.ResponseCode) error {
	if code == codes.ResponseSuccess {
		return o.sent()
	}
	return o.refused(code)
}

func told(r reply) error {
	o := handlers{refused: func(code codes.ResponseCode) error { return code }}
	o.sent = func() error { return nil }
	return o.of(r.Code)
}

// failing makes a list of replies that are none of success, and so does withoutSent.
func failing(rs []reply) (bad []reply) {
	for _, r := range rs {
		if r.Code != codes.ResponseSuccess {
			bad = append(bad, r)
		}
	}
	return bad
}

func fromFailing(rs []reply) error {
	for _, r := range failing(rs) {
		return r.Code
	}
	return nil
}

func withoutSent(rs []reply) error {
	rs = slices.DeleteFunc(rs, func(r reply) bool { return r.Code == codes.ResponseSuccess })
	for _, r := range rs {
		return r.Code
	}
	return nil
}

func searched(rs []reply) error {
	i := slices.IndexFunc(rs, func(r reply) bool { return r.Code != codes.ResponseSuccess })
	if i < 0 {
		return nil
	}
	return rs[i].Code
}

// explainAll gets what failing has left.
func explainAll(bad []reply) error {
	var errs []error
	for _, r := range bad {
		errs = append(errs, explain(r.Message, r.Code))
	}
	return errors.Join(errs...)
}

func explain(to string, code codes.ResponseCode) error { return fmt.Errorf("%s: %w", to, code) }

func explainedAll(rs []reply) error { return explainAll(failing(rs)) }

// batch keeps what was refused.
type batch struct{ failed []reply }

func (b *batch) add(r reply) {
	if r.Code != codes.ResponseSuccess {
		b.failed = append(b.failed, r)
	}
}

func (b *batch) err() error {
	if len(b.failed) > 0 {
		return b.failed[0].Code
	}
	return nil
}

// highest says whether there was one: what it compares is two codes.
func highest(rs []reply) (highest codes.ResponseCode, found bool) {
	for _, r := range rs {
		if r.Code > highest {
			highest, found = r.Code, true
		}
	}
	return highest, found
}

func highestOf(rs []reply) error {
	code, found := highest(rs)
	if !found {
		return nil
	}
	return code
}

// most picks one of those that were counted.
func most(counts map[codes.ResponseCode]int) (most codes.ResponseCode) {
	for code, n := range counts {
		if n > counts[most] {
			most = code
		}
	}
	return most
}

func mostOf(counts map[codes.ResponseCode]int) error {
	delete(counts, codes.ResponseSuccess)
	if len(counts) == 0 {
		return nil
	}
	if worst := slices.Max(slices.Collect(maps.Keys(counts))); worst.Retryable() || len(counts) == 1 {
		return worst
	}
	return most(counts)
}

// A refusal is an error: nobody makes one of a success.
type refusalError struct {
	Code codes.ResponseCode
	To   string
}

func (e *refusalError) Error() string { return e.To + ": " + e.Code.Description() }

func (e *refusalError) Unwrap() error { return e.Code }

func causeOf(err error) error {
	var refused *refusalError
	if errors.As(err, &refused) {
		return refused.Code
	}
	return err
}

// An error that is looked at: it is success, or goes on.
func looked(r reply) error {
	var err error = r.Code
	if err == codes.ResponseSuccess {
		return nil
	}
	return err
}

func lookedFor(r reply) error {
	err := error(r.Code)
	if errors.Is(err, codes.ResponseSuccess) {
		return nil
	}
	return err
}

// The replies of a batch have all kinds of codes.
type batchReply struct {
	Recipients []reply `json:"recipients"`
}

func all(body io.Reader) error {
	var b batchReply
	if err := json.NewDecoder(body).Decode(&b); err != nil {
		return err
	}
	var errs []error
	for _, r := range b.Recipients {
		errs = append(errs, r.Code) // want `write r.Code.Err\(\)`
	}
	var rs []reply
	if err := json.NewDecoder(body).Decode(&rs); err != nil {
		return err
	}
	for _, r := range rs {
		code := r.Code
		errs = append(errs, code) // want `write code.Err\(\)`
	}
	return errors.Join(errs...)
}

// sent looks at the error of another one.
func sent(a, b reply) error {
	var err error = a.Code // want `write a.Code.Err\(\)`
	if b.Code != codes.ResponseSuccess {
		err = b.Code
	}
	return err
}

// lastRefused is at an index that was kept.
func lastRefused(rs []reply) error {
	bad := -1
	for i, r := range rs {
		if r.Code != codes.ResponseSuccess {
			bad = i
		}
	}
	if bad < 0 {
		return nil
	}
	return rs[bad].Code
}

// enough has a count that tells whether there was a refusal.
func enough(rs []reply) error {
	sent := 0
	var last codes.ResponseCode
	for _, r := range rs {
		if r.Code == codes.ResponseSuccess {
			sent++
		} else {
			last = r.Code
		}
	}
	if sent < len(rs) {
		return last
	}
	return nil
}

// last asks nothing: of an empty list it is success.
func last(rs []reply) error {
	var last codes.ResponseCode
	for _, r := range rs {
		if r.Code != codes.ResponseSuccess {
			last = r.Code
		}
	}
	return last // want `write last.Err\(\)`
}

// latest keeps success, too.
func latest(rs []reply, strict bool) error {
	var latest codes.ResponseCode
	for _, r := range rs {
		latest = r.Code
	}
	if strict {
		return latest // want `write latest.Err\(\)`
	}
	return nil
}

// A literal with a name is called about what has been tested.
func named(rs []reply) error {
	fail := func(r reply) error { return r.Code }
	for _, r := range rs {
		if r.Code != codes.ResponseSuccess {
			return fail(r)
		}
	}
	return nil
}

func namedByCode(rs []reply) error {
	var fail = func(to string, code codes.ResponseCode) error { return fmt.Errorf("%s: %w", to, code) }
	for _, r := range rs {
		switch code := r.Code; code {
		case codes.ResponseSuccess:
		default:
			return fail(r.Message, code)
		}
	}
	return nil
}

func namedUntested(rs []reply) error {
	fail := func(r reply) error { return r.Code } // want `r.Code becomes an error, and can be 0 \(Success\) here`
	for _, r := range rs {
		return fail(r)
	}
	return nil
}

// A field of a literal that has no name is what it was just given.
func outright() error { return reply{Code: codes.ResponseSystemError}.Code }

func outrightOr(r reply) error {
	return (&reply{Code: r.Code}).Code // want `\(&reply\{…\}\).Code becomes an error, and can be 0 \(Success\) here`
}
