// Package claims holds one function for each thing that the code flow has to know
// about. Each call of seen says which codes can be there.
package claims

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"slices"
	"strconv"
	"sync"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

type textReply struct {
	Code string `json:"responseCode"`
}

func seen(codes.ResponseCode) {}

func seenText(string) {}

func seenNumber(int) {}

// Refinements.

func comparisons(c codes.ResponseCode) {
	if c != codes.ResponseSuccess && c < 5 {
		seen(c) // want `1 2 3 4 undocumented`
	}
	switch c {
	case codes.ResponseSuccess, codes.ResponseInvalidIP:
		seen(c) // want `^0 2$`
		fallthrough
	case codes.ResponseInvalidCode:
		seen(c) // want `^0 2 22$`
	}
	retryable := c.Retryable()
	if retryable {
		seen(c) // want `^5 18 88 99$`
	}
	if c.Retry() == codes.RetryAfterFix {
		seen(c) // want `^6 7 301$`
	}
}

var permanent = map[codes.ResponseCode]bool{codes.ResponseInvalidCode: true, codes.ResponseInvalidIP: true}

func searches(c codes.ResponseCode) {
	if permanent[c] {
		seen(c) // want `^2 22$`
	}
	if slices.Contains([]codes.ResponseCode{5, 88}, c) {
		seen(c) // want `^5 88$`
	}
}

// Text that is no number becomes 0 beside the error.
func parsed(r textReply) {
	n, err := strconv.Atoi(r.Code)
	if n == 0 {
		seenText(r.Code) // want `^0 undocumented$`
	}
	if err == nil && n == 0 {
		seenText(r.Code) // want `^0$`
	}
}

// Copies are the same code until one is set.
func copies(r reply) {
	kept := r
	if kept.ResponseCode == 5 {
		seen(r.ResponseCode) // want `^5$`
		kept.ResponseCode = 6
		seen(r.ResponseCode)    // want `^5$`
		seen(kept.ResponseCode) // want `^6$`
	}
}

// Summaries.

var errBusy = errors.New("busy")

func check(c codes.ResponseCode) error {
	switch {
	case c == codes.ResponseSuccess:
		return nil
	case isBusy(c):
		return fmt.Errorf("later: %w", errBusy)
	}
	return c
}

func isBusy(c codes.ResponseCode) bool { return c == 5 || c == 88 }

func checked(c codes.ResponseCode) {
	err := check(c)
	if err == nil {
		seen(c) // want `^0$`
		return
	}
	if errors.Is(err, errBusy) {
		seen(c) // want `^5 88$`
		return
	}
	if errors.Is(err, codes.ResponseInvalidCode) {
		seen(c) // want `^22$`
	}
}

// What a function gets is what its callers give it.
func handled(c codes.ResponseCode) {
	seen(c) // want `^5 88 301$`
}

func calls(c codes.ResponseCode) {
	handled(codes.ResponseNoWhatsAppSession)
	if isBusy(c) {
		handled(c)
	}
}

// Kills.

func fill(r *reply) { *r = reply{ResponseCode: 7} }

func set(r *reply) { r.ResponseCode = 7 }

func read(r *reply) bool { return r.ResponseCode == 7 }

func handedOut() {
	r := reply{ResponseCode: 5}
	read(&r)
	seen(r.ResponseCode) // want `^5$`
	fill(&r)
	seen(r.ResponseCode) // want `^0 1 2 3 4 5 .* undocumented$`
	set(&r)
	seen(r.ResponseCode) // want `^7$`
}

func aliases(r *reply) {
	if r.ResponseCode != 5 {
		return
	}
	other := r
	other.ResponseCode = 6
	seen(r.ResponseCode) // want `6`
}

func captured(c codes.ResponseCode) {
	if c != 5 {
		return
	}
	set := func() { c = 6 }
	seen(c) // want `^5$`
	set()
	seen(c) // want `6`
}

type client struct {
	mu   sync.Mutex
	last codes.ResponseCode
}

func (c *client) doubleChecked() {
	if c.last == codes.ResponseSuccess {
		return
	}
	seen(c.last) // want `^1 2 .* undocumented$`
	c.mu.Lock()
	defer c.mu.Unlock()
	seen(c.last) // want `^0 1 2`
}

// Loops: the next round has another code.
func rounds(next func() codes.ResponseCode) {
	previous := codes.ResponseSuccess
	for {
		c := next()
		if c == previous {
			seen(c) // want `^0 5`
		}
		if c != 5 {
			return
		}
		seen(c) // want `^5$`
		previous = c
	}
}

func loose(m map[string]any) {
	if m["responseCode"] == "0" {
		seenText(m["responseCode"].(string)) // want `^0$`
		return
	}
	// A number is not equal to its text.
	if n, ok := m["responseCode"].(float64); ok {
		seenNumber(int(n)) // want `^0 1 2`
	}
}

func (r *reply) settle() { *r = reply{ResponseCode: codes.ResponseSuccess} }

// A method that a closure calls changes a variable that has another name, too.
func settledByClosure(r reply) {
	p := &r.ResponseCode
	*p = r.ResponseCode
	if r.ResponseCode == codes.ResponseSuccess {
		return
	}
	update := func() { r.settle() }
	seen(r.ResponseCode) // want `^1 2 .* undocumented$`
	update()
	seen(r.ResponseCode) // want `^0 1 2`
}

// So does the method itself.
func settledByMethod(r reply) {
	if r.ResponseCode == codes.ResponseSuccess {
		return
	}
	update := func() { r.settle() }
	update()
	seen(r.ResponseCode) // want `^0 1 2`
}

// What a closure sees was filled after it was made.
func filledLater(fill func(*reply)) {
	r := reply{ResponseCode: 5}
	look := func() {
		seen(r.ResponseCode) // want `^0 1 2`
	}
	fill(&r)
	look()
}

func settledLater() {
	r := reply{ResponseCode: 5}
	look := func() {
		seen(r.ResponseCode) // want `^0 1 2`
	}
	later := r.settle
	later()
	look()
}

// A pointer in a closure is another name for what the closure captured.
func renamedInClosure(c codes.ResponseCode, again func(func())) {
	if c != 5 {
		return
	}
	again(func() {
		seen(c) // want `6`
		p := &c
		*p = 6
	})
	seen(c) // want `6`
}

func renamedBefore(c codes.ResponseCode) {
	p := &c
	if c != 5 {
		return
	}
	look := func() {
		seen(c) // want `6`
	}
	*p = 6
	look()
}

// A deferred literal sees what happened after it was deferred.
func deferred(r reply) {
	if r.ResponseCode != 5 {
		return
	}
	defer func() {
		seen(r.ResponseCode) // want `^0`
	}()
	r.settle()
}

// A decoder fills what a parameter of an interface's type holds.
func decode(data []byte, out any) error { return json.Unmarshal(data, out) }

func decodeAs[T any](data []byte, out *T) error { return json.Unmarshal(data, out) }

func decodeOnward(data []byte, into any) error {
	if len(data) == 0 {
		return nil
	}
	return decode(data, into)
}

func decodeAll(data []byte, into ...any) {
	for _, out := range into {
		json.Unmarshal(data, out)
	}
}

func filledByHelper(data []byte) {
	var a, b, c, d, e reply
	decode(data, &a)
	seen(a.ResponseCode) // want `^0 1 2`
	decodeAs(data, &b)
	seen(b.ResponseCode) // want `^0 1 2`
	if decodeOnward(data, &c) == nil {
		seen(c.ResponseCode) // want `^0 1 2`
	}
	decodeAll(data, &a, &d)
	seen(d.ResponseCode) // want `^0 1 2`
	seen(e.ResponseCode) // want `^0$`
}

func filledByClosure(data []byte) {
	fill := func(out any) error { return json.Unmarshal(data, out) }
	var r reply
	if err := fill(&r); err != nil {
		return
	}
	seen(r.ResponseCode) // want `^0 1 2`
}

type smsReply struct {
	reply
	ID string
}

func (r reply) throttled() bool { return r.ResponseCode == 5 }

// A method of an embedded struct, round after round.
func untilNotBusy(call func(*smsReply) error) (*smsReply, error) {
	for attempt := 1; ; attempt++ {
		var r smsReply
		if err := call(&r); err != nil {
			return nil, err
		}
		seen(r.ResponseCode) // want `^0 1 2`
		if r.throttled() {
			seen(r.ResponseCode) // want `^5$`
		}
		busy := r.throttled() || r.ResponseCode == 88
		if busy {
			seen(r.ResponseCode) // want `^5 88$`
		} else {
			seen(r.ResponseCode) // want `^0 1 2 3 4 6`
		}
		if !busy || attempt == 3 {
			seen(r.ResponseCode) // want `^0 1 2`
			return &r, nil
		}
	}
}

// A decoder that is called for another reply before.
func (c *client) login(data []byte) error {
	var token struct {
		ResponseCode codes.ResponseCode `json:"responseCode"`
	}
	if err := decode(data, &token); err != nil {
		return err
	}
	return token.ResponseCode.Err()
}

func (c *client) call(data []byte, out any) error {
	if err := c.login(data); err != nil {
		return err
	}
	return decode(data, out)
}

func (c *client) send(data []byte) (*smsReply, error) {
	var r smsReply
	if err := c.call(data, &r); err != nil {
		return nil, err
	}
	seen(r.ResponseCode) // want `^0 1 2`
	return &r, nil
}

func refusal(code string) error {
	switch code {
	case "0", "3":
		return fmt.Errorf("unexpected code %v", code)
	}
	return nil
}

func noCodeInside(r textReply) {
	err := refusal(r.Code)
	if err != nil {
		seenText(r.Code) // want `^0 3$`
		var code codes.ResponseCode
		if errors.As(err, &code) {
			seen(code) // want `^$`
		}
	}
}

func differs(a, b codes.ResponseCode) {
	if b == codes.ResponseInvalidIP && a != b {
		seen(a) // want `^0 1 3 4 5 .* 301 undocumented$`
	}
}

func perhapsText(fields map[string]any) {
	code, ok := fields["responseCode"].(string)
	if !ok {
		seenText(code) // want `^undocumented$`
	}
}

func untold(err error) {
	var code codes.ResponseCode
	if errors.As(err, &code) {
		seen(code) // want `^1 2 3 .* 301 undocumented$`
	}
}

func assignedByRange(batch []codes.ResponseCode) {
	var code codes.ResponseCode
	for _, code = range batch {
		seen(code) // want `^0 1 2 3 .* 301 undocumented$`
	}
}

func elementsElsewhere(batch []reply, i int) {
	first := &batch[0]
	if first.ResponseCode == codes.ResponseSuccess {
		batch[i].ResponseCode = codes.ResponseInvalidIP
		seen(first.ResponseCode) // want `^0 1 2 3 .* 301 undocumented$`
	}
}

func keysElsewhere(a, b map[string]codes.ResponseCode) {
	if a["responseCode"] == codes.ResponseSuccess {
		b["responseCode"] = codes.ResponseInvalidIP
		seen(a["responseCode"]) // want `^0 1 2 3 .* 301 undocumented$`
	}
}

func refill(r *reply) { *r = reply{ResponseCode: codes.ResponseInvalidIP} }

func handedOver(r *reply) {
	if r.ResponseCode == codes.ResponseSuccess {
		refill(r)
		seen(r.ResponseCode) // want `^0 1 2 3 .* 301 undocumented$`
	}
}

func parsedAtOnce(r textReply) {
	if code, err := codes.ParseResponse(r.Code); err == nil && code == codes.ResponseInvalidIP {
		seenText(r.Code) // want `^2$`
	}
}

func parsedConstant(r textReply) {
	if r.Code != "5" {
		r.Code = "2"
	}
	if n, err := strconv.Atoi(r.Code); err == nil && n == 2 {
		seenText(r.Code) // want `^2$`
	}
}

var hooks []func()

func runHooks() {
	for _, hook := range hooks {
		hook()
	}
}

func handedOn(r reply) {
	code := r.ResponseCode
	hooks = append(hooks, func() { code = codes.ResponseInvalidIP })
	if code == codes.ResponseSuccess {
		runHooks()
		seen(code) // want `^0 .*2 `
	}
}

func (r *reply) reset() { *r = reply{ResponseCode: codes.ResponseInvalidIP} }

func closuresMethod(r reply) {
	again := func() { r.reset() }
	if r.ResponseCode == codes.ResponseSuccess {
		again()
		seen(r.ResponseCode) // want `2 `
	}
}

func setTo(code *codes.ResponseCode) { *code = codes.ResponseInvalidIP }

func closuresAddress(r reply) {
	code := r.ResponseCode
	again := func() { setTo(&code) }
	if code == codes.ResponseSuccess {
		again()
		seen(code) // want `2 `
	}
}

func capturedInALoop(batch []reply) {
	code := codes.ResponseSuccess
	var all []func()
	for _, r := range batch {
		all = append(all, func() {
			seen(code) // want `^0 .*2 `
		})
		code = r.ResponseCode
	}
	for _, each := range all {
		each()
	}
}

func recovered(c codes.ResponseCode) (result codes.ResponseCode) {
	defer func() { _ = recover() }()
	if c == codes.ResponseInvalidIP {
		panic("unreachable network")
	}
	return c
}

func afterAPanic(r reply) {
	if recovered(r.ResponseCode) == codes.ResponseSuccess {
		seen(r.ResponseCode) // want `^0 .*2 `
	}
}

func mustSucceed(c codes.ResponseCode) int {
	if c != codes.ResponseSuccess {
		panic(c)
	}
	return 1
}

func onlySuccess(r reply) {
	n := mustSucceed(r.ResponseCode)
	seen(r.ResponseCode) // want `^0$`
	_ = n
}

func fetchTwo(data []byte) (a, b codes.ResponseCode) {
	var first, second reply
	_ = json.Unmarshal(data, &first)
	_ = json.Unmarshal(data, &second)
	return first.ResponseCode, second.ResponseCode
}

func twoOfACall(data []byte) {
	a, b := fetchTwo(data)
	if a == codes.ResponseSuccess {
		seen(b) // want `^0 1 2 .* undocumented$`
	}
}

type sink interface{ take(c codes.ResponseCode) }

type store struct{}

func (store) take(c codes.ResponseCode) {
	seen(c) // want `^0 1 2 .* undocumented$`
}

func drain(to sink, r reply) {
	store{}.take(codes.ResponseInvalidIP)
	to.take(r.ResponseCode)
}

func fatal(r reply) {
	if r.ResponseCode != codes.ResponseSuccess {
		log.Fatalf("login: %v", r.ResponseCode)
	}
	seen(r.ResponseCode) // want `^0$`
}

func capturedInTheNextRound(batch []reply) {
	var code codes.ResponseCode
	var all []func()
	for _, r := range batch {
		code = r.ResponseCode
		if code != codes.ResponseSuccess {
			continue
		}
		all = append(all, func() {
			seen(code) // want `^0 .*2 `
		})
	}
	for _, each := range all {
		each()
	}
}

var meanings = map[codes.ResponseCode]struct {
	Final, Billed bool
}{
	codes.ResponseSuccess:            {Billed: true},
	codes.ResponseInvalidIP:          {Final: true, Billed: false},
	codes.ResponseInsufficientCredit: {Final: true},
}

func meaningOf(c codes.ResponseCode) {
	if meanings[c].Final {
		seen(c) // want `^2 6$`
	}
	if meanings[c].Billed {
		seen(c) // want `^0$`
	}
}

func isFinal(err error) bool {
	return errors.Is(err, codes.ResponseInvalidCode) || errors.Is(err, codes.ResponseInvalidIP)
}

func joined(r, other reply) {
	err := errors.Join(r.ResponseCode.Err(), other.ResponseCode.Err())
	if isFinal(err) {
		seen(r.ResponseCode) // want `^0 1 2 .* undocumented$`
	}
}

func alone(r reply) {
	if isFinal(fmt.Errorf("send: %w", r.ResponseCode)) {
		seen(r.ResponseCode) // want `^2 22$`
	}
}

var errCredit error = codes.ResponseInsufficientCredit

func sentinelCode(r reply) {
	if errors.Is(r.ResponseCode.Err(), errCredit) {
		seen(r.ResponseCode) // want `6 .* undocumented$`
	}
}

func byType(batch []any) {
	for _, v := range batch {
		switch c := v.(type) {
		case codes.ResponseCode:
			if c == codes.ResponseSuccess {
				continue
			}
			seen(c) // want `^1 2 .* undocumented$`
		}
	}
}

func besideAGoroutine(r reply) {
	code := r.ResponseCode
	go func() { code = codes.ResponseInvalidIP }()
	if code == codes.ResponseSuccess {
		seen(code) // want `^0 .*2 `
	}
}

func namedResult(r reply) (result codes.ResponseCode) {
	result = codes.ResponseInvalidIP
	if r.ResponseCode == codes.ResponseSuccess {
		result = codes.ResponseInvalidCode
	}
	return
}

func afterANamedResult(r reply) {
	seen(namedResult(r)) // want `^2 22$`
}

// What a boolean depends on may be a symbol that nothing mentions any more.
func afterAnother(r reply, other textReply, dryRun bool, send func() reply) {
	if r.ResponseCode == codes.ResponseGeneralFailure && other.Code == "88" && dryRun {
		r = send()
	}
	if other.Code == "0" {
		again := !dryRun
		if again {
			seen(r.ResponseCode) // want `^0 1 2 .* undocumented$`
		}
	}
}

func oneOfTwo(code string) string {
	if code != "22" {
		return "7"
	}
	return code
}

var advice = map[int]struct{ again bool }{2: {true}, 22: {true}}

// An argument is evaluated before its call brings something new in the next round.
func nextRound(r textReply) {
	effective := oneOfTwo(r.Code)
	for {
		n, _ := strconv.Atoi(effective)
		if !advice[n].again {
			seenText(r.Code) // want `^0 1 2 .* undocumented$`
		}
		if effective == "7" {
			break
		}
	}
}

var errUnknownAccount = errors.New("unknown account")

type accountError struct{ Code codes.ResponseCode }

func (e *accountError) Error() string { return "account: " + e.Code.String() }

func unknownAccount(code codes.ResponseCode) error {
	switch code {
	case codes.ResponseAccountDisabled:
		return errUnknownAccount
	default:
		return &accountError{code}
	}
}

func goesOn(code codes.ResponseCode) bool {
	_, ok := permanent[code]
	return !ok
}

var atNight = map[codes.ResponseCode]bool{codes.ResponseInvalidCode: true}

// What became known before a loop, and is asked no more, may not come and go in its rounds.
func aroundAndAround(r reply) {
	status := r.ResponseCode
	err := unknownAccount(r.ResponseCode)
	if errors.Is(err, errUnknownAccount) {
		var inner codes.ResponseCode
		if errors.As(err, &inner) {
		}
	}
	for goesOn(status) {
		seen(status) // want `^0 1 3 .* 21 88 99 301 undocumented$`
		failed := slices.Contains([]codes.ResponseCode{6, 7}, status)
		switch {
		case atNight[status]:
			switch {
			case failed:
			}
		}
	}
}

// What was known of the last round's value says nothing of this one's.
func afterTheFirst(batch []any) {
	sent := false
	for _, v := range batch {
		switch c := v.(type) {
		case codes.ResponseCode:
			if sent {
				seen(c) // want `^0 1 2 .* undocumented$`
			}
			if c != codes.ResponseSuccess {
				return
			}
			sent = true
		}
	}
}

func fromAnywhere(send func() error) {
	err := send()
	var code codes.ResponseCode
	if errors.As(err, &code) {
		seen(code) // want `^1 2 3 4 5 .* 88 99 301 undocumented$`
	}
}

// Elements by a variable.

func batch(rs []reply) {
	for i := range rs {
		if rs[i].ResponseCode == codes.ResponseSuccess {
			continue
		}
		seen(rs[i].ResponseCode) // want `^1 2 .* undocumented$`
		switch rs[i].ResponseCode {
		case codes.ResponseInvalidIP:
			rs[i] = reply{codes.ResponseInvalidCode}
		default:
			seen(rs[i].ResponseCode) // want `^1 3 .* undocumented$`
			continue
		}
		seen(rs[i].ResponseCode) // want `^22$`
	}
}

func nextElement(rs []reply, i int) {
	if rs[i].ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(rs[i].ResponseCode) // want `^0$`
	i++
	seen(rs[i].ResponseCode) // want `^0 1 2 .* undocumented$`
}

func otherElement(rs []reply, i, j int) {
	if rs[i].ResponseCode != codes.ResponseSuccess {
		return
	}
	rs[j].ResponseCode = codes.ResponseInvalidIP
	seen(rs[i].ResponseCode) // want `^0 1 2 .* undocumented$`
}

func elementByPointer(rs []reply, i int) {
	p := &rs[i]
	if p.ResponseCode != codes.ResponseSuccess {
		return
	}
	i++
	rs[i].ResponseCode = codes.ResponseInvalidIP
	seen(p.ResponseCode) // want `^0 1 2 .* undocumented$`
}

func elementAndCopy(rs []reply, i int) {
	r := rs[i]
	if isFinal(r.ResponseCode) {
		seen(r.ResponseCode) // want `^2 22$`
		return
	}
	rs[i].ResponseCode = codes.ResponseSystemError
	seen(r.ResponseCode)     // want `^0 1 3 .* 99 301 undocumented$`
	seen(rs[i].ResponseCode) // want `^99$`
}

func byKey(byID map[string]reply, id string) {
	if byID[id].ResponseCode == codes.ResponseSuccess {
		return
	}
	seen(byID[id].ResponseCode) // want `^1 2 .* undocumented$`
	id = "other"
	seen(byID[id].ResponseCode) // want `^0 1 2 .* undocumented$`
}

func afterSorting(rs []reply, i int, sort func([]reply)) {
	if rs[i].ResponseCode == codes.ResponseSuccess {
		return
	}
	sort(rs)
	seen(rs[i].ResponseCode) // want `^0 1 2 .* undocumented$`
}

func lastOfTwo(rs []reply) {
	for i, done := 0, false; i < len(rs); i++ {
		if done {
			seen(rs[i].ResponseCode) // want `^0 1 2 .* undocumented$`
		}
		if rs[i].ResponseCode != codes.ResponseSuccess {
			return
		}
		done = true
	}
}

func otherPlace(r *reply, v any) {
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(r.ResponseCode) // want `^0$`
	v.(*reply).ResponseCode = codes.ResponseInvalidIP
	seen(r.ResponseCode) // want `^0 1 .* undocumented$`
}

// What an error turns out to be holds no success, unless one was made of it.
func assertedError(err error) {
	if code, ok := err.(codes.ResponseCode); ok {
		seen(code) // want `^1 2 3 4 5 .* 88 99 301 undocumented$`
	}
	switch code := err.(type) {
	case codes.ResponseCode:
		seen(code) // want `^1 2 3 4 5 .* 88 99 301 undocumented$`
	}
	seen(err.(codes.ResponseCode)) // want `^1 2 3 4 5 .* 88 99 301 undocumented$`
}

func assertedSuccess(r reply) {
	var err error = r.ResponseCode
	if code, ok := err.(codes.ResponseCode); ok {
		seen(code) // want `^0 1 2 3 4 5 .* 88 99 301 undocumented$`
	}
}

func anyCode(v any) {
	if code, ok := v.(codes.ResponseCode); ok {
		seen(code) // want `^0 1 2 3 4 5 .* 88 99 301 undocumented$`
	}
}

// refused and refusedValue are errors that hold a code.
type refused struct{ Code codes.ResponseCode }

func (e *refused) Error() string { return "refused: " + e.Code.String() }

type refusedValue struct{ Code codes.ResponseCode }

func (e refusedValue) Error() string { return "refused: " + e.Code.String() }

var errNetwork = errors.New("network")

// refusing makes the error that the client's caller gets.
func refusing(code codes.ResponseCode) error {
	switch code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded:
		return code
	case codes.ResponseInvalidIP, codes.ResponseAccountExpired:
		return &refused{Code: code}
	case codes.ResponseSystemError:
		return fmt.Errorf("send: %w", code)
	}
	return errNetwork
}

// A type assertion looks at the error alone, errors.As also at what it wraps.
func assertedRefusal(r reply) {
	err := refusing(r.ResponseCode)
	if code, ok := err.(codes.ResponseCode); ok {
		seen(code) // want `^5$`
	}
	var wrapped codes.ResponseCode
	if errors.As(err, &wrapped) {
		seen(wrapped) // want `^5 99$`
	}
	if e, ok := err.(*refused); ok {
		seen(e.Code) // want `^2 3$`
	} else {
		seen(r.ResponseCode) // want `^0 1 4 5 6 .* undocumented$`
	}
	if e, ok := err.(refusedValue); ok {
		seen(e.Code) // want `^$`
	}
}

func assertedOrPanics(r reply) {
	err := refusing(r.ResponseCode)
	seen(err.(*refused).Code) // want `^0 1 .* undocumented$`
	e := err.(*refused)
	seen(e.Code) // want `^2 3$`
}

func switchedRefusal(r reply) {
	err := refusing(r.ResponseCode)
	switch e := err.(type) {
	case codes.ResponseCode:
		seen(e)              // want `^5$`
		seen(r.ResponseCode) // want `^5$`
	case *refused:
		seen(e.Code)         // want `^2 3$`
		seen(r.ResponseCode) // want `^2 3$`
	case refusedValue:
		seen(r.ResponseCode) // want `^$`
	case nil:
		seen(r.ResponseCode) // want `^0$`
	default:
		seen(r.ResponseCode) // want `^1 4 6 7 .* undocumented$`
	}
	switch err.(type) {
	case nil, *refused:
		seen(r.ResponseCode) // want `^0 2 3$`
	}
}

// A wrapped code is none itself.
func neverAsserted(r reply) {
	err := fmt.Errorf("send: %w", r.ResponseCode)
	if code, ok := err.(codes.ResponseCode); ok {
		seen(code) // want `^$`
	}
	switch code := err.(type) {
	case codes.ResponseCode:
		seen(code) // want `^$`
	default:
		seen(r.ResponseCode) // want `^0 1 .* undocumented$`
	}
}

// The address of an error that is a value is another type.
func valueOrPointer(r reply) {
	var err error = &refusedValue{Code: r.ResponseCode}
	var e refusedValue
	if errors.As(err, &e) {
		seen(e.Code) // want `^$`
	}
	var p *refusedValue
	if errors.As(err, &p) {
		seen(p.Code) // want `^0 1 .* undocumented$`
	}
}

// An interface is satisfied by the types that have its methods, a type parameter may be any.
func satisfied[E error](r reply) {
	err := refusing(r.ResponseCode)
	if _, ok := err.(interface{ Timeout() bool }); ok {
		seen(r.ResponseCode) // want `^$`
	}
	if _, ok := err.(interface{ Error() string }); ok {
		seen(r.ResponseCode) // want `^0 1 2 3 .* undocumented$`
	}
	if _, ok := err.(E); ok {
		seen(r.ResponseCode) // want `^0 1 2 3 .* undocumented$`
	}
}

var pauses = []int{1, 2, 5}

// A loop over something that is not empty is left after a round at least.
func atLeastOnce(next func() reply, n int, more []int) {
	var last codes.ResponseCode
	for range 3 {
		if last = next().ResponseCode; last == codes.ResponseSuccess {
			return
		}
	}
	seen(last) // want `^1 2 3 .* undocumented$`
	last = codes.ResponseSuccess
	for _, pause := range pauses {
		if last = next().ResponseCode; last.Retryable() || pause == 3 {
			break
		}
		if last == codes.ResponseSuccess {
			continue
		}
		return
	}
	seen(last) // want `^0 1 .* undocumented$`
	last = codes.ResponseInvalidIP
	for range [2]bool{} {
		last = codes.ResponseInvalidCode
		for range "again" {
			last++
		}
	}
	seen(last) // want `^0 1 .* undocumented$`
	last = codes.ResponseInvalidIP
	for range []string{"a"} {
		last = codes.ResponseInvalidCode
	}
	seen(last) // want `^22$`
	for range n {
		last = codes.ResponseInvalidIP
	}
	seen(last) // want `^2 22$`
	last = codes.ResponseInvalidCode
	for range more {
		last = codes.ResponseInvalidIP
	}
	seen(last) // want `^2 22$`
}

// A list that is set elsewhere may be empty.
var steps = []int{1}

func noSteps() { steps = nil }

func perhapsNever() {
	last := codes.ResponseInvalidCode
	for range steps {
		last = codes.ResponseInvalidIP
	}
	seen(last) // want `^2 22$`
}

// The way into the inner loop leads through the outer one.
func nested(next func() reply) {
	var last codes.ResponseCode
outer:
	for range 2 {
		last = codes.ResponseInvalidCode
		for range 2 {
			switch last = next().ResponseCode; last {
			case codes.ResponseSuccess:
				continue outer
			case codes.ResponseInvalidIP:
				break outer
			case codes.ResponseInvalidCode:
				return
			}
		}
		seen(last) // want `^1 3 4 5 .* 21 88 99 301 undocumented$`
	}
	seen(last) // want `^0 1 2 3 4 .* 21 88 99 301 undocumented$`
}

type deliveryReport struct {
	Status codes.ReasonCode `json:"reasonCode"`
}

func isUnreachable(code codes.ReasonCode) bool { return code == codes.ReasonMSCUnknown }

func count(codes.ReasonCode) {}

func later(do func()) {}

func seenReason(codes.ReasonCode) {}

// What a helper said of a code stays known when the code is another one, after it was asked.
func askedBeside(report deliveryReport, reasonCode string) {
	count(report.Status)
	again := true
	if reasonCode != "7" {
		again = isUnreachable(report.Status) || reasonCode == "0"
	}
	if !again {
		seenReason(report.Status) // want `^0 1 .* undocumented$`
	}
	later(func() { report.Status = codes.ReasonOtherError })
}

type judge struct{}

func (judge) differs(a, b codes.ResponseCode) bool {
	return a == codes.ResponseInvalidIP && b != codes.ResponseInvalidIP
}

// A method that is called as a function gets its arguments one place later.
func asFunction(first, second codes.ResponseCode) {
	if judge.differs(judge{}, first, second) {
		seen(first)  // want `\b2\b`
		seen(second) // want `^0 1 .*3 .* undocumented$`
	}
	if (judge{}).differs(first, second) {
		seen(first) // want `^2$`
	}
}

// A part is followed by another, and has parts: what is known of those goes only so deep.
type part struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Next         *part              `json:"next"`
	Parts        []part             `json:"parts"`
}

// Refused walks from part to part.
func Refused(first *part) (n int) {
	for p := first; p != nil; p = p.Next {
		if p.ResponseCode != codes.ResponseSuccess {
			n++
			continue
		}
		seen(p.ResponseCode) // want `^0$`
		if p.Next != nil && p.Next.ResponseCode != codes.ResponseSuccess {
			seen(p.Next.ResponseCode) // want `^1 2 .* undocumented$`
			n += 2
		}
	}
	return n
}
