// Package workers does what services do behind a queue: jobs, outboxes, pools,
// batches and reports that are waited for.
package workers

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
	Status       string             `json:"status"`
}

// A sender sends texts for one account.
type sender struct {
	api   *api.Client
	token string
	stats struct{ sent, failed atomic.Int64 }
}

func (s *sender) send(ctx context.Context, from, to, text string) (*reply, error) {
	out := &reply{}
	in := map[string]string{"from": from, "to": to, "text": text, "token": s.token}
	if err := s.api.Post(ctx, "/sms", in, out); err != nil {
		return nil, fmt.Errorf("send to %s: %w", to, err)
	}
	return out, nil
}

// A row of the outbox.
type row struct {
	ID       int64
	To, Text string
	Tries    int
	NotAfter time.Time
	Err      string
}

// store keeps the rows.
type store struct {
	mu   sync.Mutex
	rows map[int64]*row
}

func newStore(m api.Message) *store {
	return &store{rows: map[int64]*row{1: {ID: 1, To: m.To, Text: m.Text}}}
}

func (st *store) due(limit int) []*row {
	st.mu.Lock()
	defer st.mu.Unlock()
	var rows []*row
	for _, r := range st.rows {
		if len(rows) < limit {
			rows = append(rows, r)
		}
	}
	return rows
}

func (st *store) done(id int64) {
	st.mu.Lock()
	defer st.mu.Unlock()
	delete(st.rows, id)
}

func (st *store) fail(id int64, reason string) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.rows[id].Err = reason
	delete(st.rows, id)
}

func (st *store) later(id int64, at time.Time) {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.rows[id].NotAfter = at
}

// Outbox works on what is due, and keeps with each row what became of it.
func Outbox(ctx context.Context, c *api.Client, m api.Message) error {
	s, st := &sender{api: c}, newStore(m)
	for {
		rows := st.due(10)
		if len(rows) == 0 {
			return nil
		}
		for _, r := range rows {
			out, err := s.send(ctx, m.From, r.To, r.Text)
			switch {
			case err != nil:
				st.later(r.ID, time.Now().Add(c.Unit))
			case out.ResponseCode == codes.ResponseSuccess:
				st.done(r.ID)
			case out.ResponseCode.Retryable():
				st.later(r.ID, time.Now().Add(c.Unit))
			default:
				st.fail(r.ID, out.ResponseCode.String())
			}
		}
		time.Sleep(c.Unit)
	}
}

// OutboxOne takes the rows one by one.
func OutboxOne(ctx context.Context, c *api.Client, m api.Message) error {
	s, st := &sender{api: c}, newStore(m)
	for ctx.Err() == nil {
		r, ok := st.next()
		if !ok {
			break
		}
		out, err := s.send(ctx, m.From, r.To, r.Text)
		if err != nil {
			slog.Error("outbox", "row", r.ID, "err", err)
			continue
		}
		if out.ResponseCode != codes.ResponseSuccess {
			slog.Warn("outbox", "row", r.ID, "code", out.ResponseCode)
			st.fail(r.ID, out.ResponseCode.Description())
			continue
		}
		st.done(r.ID)
	}
	return ctx.Err()
}

func (st *store) next() (row, bool) {
	st.mu.Lock()
	defer st.mu.Unlock()
	for _, r := range st.rows {
		return *r, true
	}
	return row{}, false
}

// Pool has three workers for one channel.
func Pool(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	jobs := make(chan row)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for job := range jobs {
				out, err := s.send(ctx, m.From, job.To, job.Text)
				if err != nil || out.ResponseCode != codes.ResponseSuccess {
					s.stats.failed.Add(1)
					continue
				}
				s.stats.sent.Add(1)
			}
		})
	}
	jobs <- row{To: m.To, Text: m.Text}
	close(jobs)
	wg.Wait()
	return nil
}

// PoolRetry has workers that try a job again, three times, whatever it says.
func PoolRetry(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	jobs := make(chan row, 1)
	jobs <- row{To: m.To, Text: m.Text}
	close(jobs)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for job := range jobs {
				for try := 0; try < 3; try++ { // want "and 10 more of class never"
					out, err := s.send(ctx, m.From, job.To, job.Text)
					if err == nil && out.ResponseCode == codes.ResponseSuccess {
						s.stats.sent.Add(1)
						break
					}
					s.stats.failed.Add(1)
					time.Sleep(c.Unit)
				}
			}
		}()
	}
	wg.Wait()
	return nil
}

// PoolRetryFinal tries a job again where there is a point in it.
func PoolRetryFinal(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	jobs := make(chan row, 1)
	jobs <- row{To: m.To, Text: m.Text}
	close(jobs)
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for job := range jobs {
				for try := 0; try < 3; try++ {
					out, err := s.send(ctx, m.From, job.To, job.Text)
					if err == nil && !out.ResponseCode.Retryable() {
						break
					}
					s.stats.failed.Add(1)
					time.Sleep(c.Unit)
				}
			}
		}()
	}
	wg.Wait()
	return nil
}

// Batch gives every recipient three tries, and counts.
func Batch(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	result := make(map[string]codes.ResponseCode)
recipients:
	for _, to := range []string{m.To} {
		for try := range 3 { // want "and 10 more of class never"
			if try > 0 {
				time.Sleep(c.Unit)
			}
			out, err := s.send(ctx, m.From, to, m.Text)
			if err != nil {
				continue
			}
			result[to] = out.ResponseCode
			if out.ResponseCode == codes.ResponseSuccess {
				continue recipients
			}
		}
	}
	slog.Info("batch", "result", result)
	return nil
}

// BatchFinal goes on with the next recipient where nothing is to be had.
func BatchFinal(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	result := make(map[string]codes.ResponseCode)
recipients:
	for _, to := range []string{m.To} {
		for try := range 3 {
			if try > 0 {
				time.Sleep(c.Unit)
			}
			out, err := s.send(ctx, m.From, to, m.Text)
			if err != nil {
				continue
			}
			result[to] = out.ResponseCode
			switch out.ResponseCode {
			case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError, codes.ResponseGeneralFailure:
				// once more
			default:
				continue recipients
			}
		}
	}
	slog.Info("batch", "result", result)
	return nil
}

// Rounds sends to all that are left, and drops from the list whom it has
// reached or never will.
func Rounds(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	pending := []string{m.To}
	for round := 0; round < 4 && len(pending) > 0; round++ {
		var again []string
		for _, to := range pending {
			out, err := s.send(ctx, m.From, to, m.Text)
			if err != nil || out.ResponseCode.Retryable() {
				again = append(again, to)
			}
		}
		pending = again
		time.Sleep(c.Unit)
	}
	if len(pending) > 0 {
		return fmt.Errorf("not sent: %q", pending)
	}
	return nil
}

// Report waits for the delivery report of what was sent.
func Report(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	out, err := s.send(ctx, m.From, m.To, m.Text)
	if err != nil {
		return err
	}
	if out.ResponseCode != codes.ResponseSuccess {
		return out.ResponseCode
	}
	tick := time.NewTicker(c.Unit)
	defer tick.Stop()
	for range 10 {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
		}
		var rep reply
		if err := c.Get(ctx, "/balance?id="+out.MessageID, &rep); err != nil {
			slog.Warn("report", "err", err)
			continue
		}
		if rep.ResponseCode != codes.ResponseSuccess {
			return rep.ResponseCode
		}
		if rep.Status != "queued" {
			return nil
		}
	}
	return errors.New("no report")
}

// A limiter lets so many through.
type limiter struct{ tokens chan struct{} }

func (l *limiter) wait(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case l.tokens <- struct{}{}:
		<-l.tokens
		return nil
	}
}

// Limited waits for its turn in each round, and goes round for 5 alone.
func Limited(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	l := &limiter{tokens: make(chan struct{}, 1)}
	for {
		if err := l.wait(ctx); err != nil {
			return err
		}
		out, err := s.send(ctx, m.From, m.To, m.Text)
		if err != nil {
			return err
		}
		if out.ResponseCode == codes.ResponseThrottlingRateExceeded {
			time.Sleep(c.Unit)
			continue
		}
		return out.ResponseCode.Err()
	}
}

// LimitedAll goes round for all.
func LimitedAll(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	l := &limiter{tokens: make(chan struct{}, 1)}
	for n := 0; n < 4; n++ { // want "and 10 more of class never"
		if err := l.wait(ctx); err != nil {
			return err
		}
		out, err := s.send(ctx, m.From, m.To, m.Text)
		if err != nil {
			return err
		}
		if code := out.ResponseCode; code != codes.ResponseSuccess {
			slog.Warn("not sent", "code", code)
			time.Sleep(c.Unit)
			continue
		}
		return nil
	}
	return errors.New("given up")
}

// A breaker opens after some failures.
type breaker struct{ failures int }

func (b *breaker) allow() bool { return b.failures < 3 }

func (b *breaker) record(ok bool) {
	if ok {
		b.failures = 0
		return
	}
	b.failures++
}

// Breaker sends as long as the breaker lets it, for each message once.
func Breaker(ctx context.Context, c *api.Client, m api.Message) error {
	s, b := &sender{api: c}, new(breaker)
	for _, text := range []string{m.Text} {
		if !b.allow() {
			return errors.New("the circuit is open")
		}
		out, err := s.send(ctx, m.From, m.To, text)
		b.record(err == nil && !out.ResponseCode.Retryable())
	}
	return nil
}

// BreakerAgain sends the same again until the breaker opens.
func BreakerAgain(ctx context.Context, c *api.Client, m api.Message) error {
	s, b := &sender{api: c}, new(breaker)
	for b.allow() { // want "and 10 more of class never"
		out, err := s.send(ctx, m.From, m.To, m.Text)
		if err != nil {
			return err
		}
		ok := out.ResponseCode == codes.ResponseSuccess
		b.record(ok)
		if ok {
			return nil
		}
	}
	return errors.New("the circuit is open")
}

// Refresh gets a new token where the old one is refused, once.
func Refresh(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c, token: "t-0"}
	for try := 0; try < 2; try++ {
		out, err := s.send(ctx, m.From, m.To, m.Text)
		if err != nil {
			return err
		}
		if out.ResponseCode == codes.ResponseInvalidCredentials && try == 0 {
			if err := s.login(ctx); err != nil {
				return err
			}
			continue
		}
		return out.ResponseCode.Err()
	}
	return errors.New("given up")
}

func (s *sender) login(ctx context.Context) error {
	var out struct {
		Token string `json:"token"`
	}
	if err := s.api.Post(ctx, "/token", map[string]string{"username": "till"}, &out); err != nil {
		return err
	}
	s.token = out.Token
	return nil
}

// RefreshArgument hands the new token on.
func RefreshArgument(ctx context.Context, c *api.Client, m api.Message) error {
	token := "t-0"
	for try := 0; try < 2; try++ {
		code, err := sendAs(ctx, c, token, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseInvalidCredentials {
			s := &sender{api: c}
			if err := s.login(ctx); err != nil {
				return err
			}
			token = s.token
			continue
		}
		return code.Err()
	}
	return errors.New("given up")
}

func sendAs(ctx context.Context, c *api.Client, token string, m api.Message) (codes.ResponseCode, error) {
	var out reply
	err := c.Post(ctx, "/sms", map[string]string{"token": token, "to": m.To, "text": m.Text}, &out)
	return out.ResponseCode, err
}

// TopUp buys credit and sends once more.
func TopUp(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{api: c}
	bought := false
	for {
		out, err := s.send(ctx, m.From, m.To, m.Text)
		if err != nil {
			return err
		}
		switch code := out.ResponseCode; {
		case code == codes.ResponseSuccess:
			return nil
		case code == codes.ResponseInsufficientCredit && !bought:
			if err := s.login(ctx); err != nil {
				return fmt.Errorf("top up: %w", err)
			}
			bought = true
		case code.Retryable():
			time.Sleep(c.Unit)
		default:
			return code
		}
	}
}
