package campaign

import (
	"context"
	"errors"
	"sync"

	"example.test/programs/services/careless/geniq"
	"github.com/errcodelint/errcodelint/codes"
)

const workers = 4

// anyOf tells whether v is one of list.
func anyOf[T comparable](v T, list ...T) bool {
	for _, l := range list {
		if v == l {
			return true
		}
	}
	return false
}

// late tells whether somebody is worth a message of their own.
func late(rcp geniq.Recipient) bool {
	return anyOf(rcp.ResponseCode, 5, 88, 99) // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
}

type outcome struct {
	to   string
	code chan codes.ResponseCode
}

// sendLate sends messages one by one, a few at a time.
func (r *Runner) sendLate(ctx context.Context, c Campaign, to []string) []Line {
	outcomes := make([]outcome, len(to))
	jobs := make(chan outcome)
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for o := range jobs {
				r.sendOne(ctx, c, o)
			}
		}()
	}
	for i, number := range to {
		outcomes[i] = outcome{number, make(chan codes.ResponseCode, 1)}
		jobs <- outcomes[i]
	}
	close(jobs)
	wg.Wait()

	var lines []Line
	for _, o := range outcomes {
		lines = append(lines, Line{To: o.to, Code: <-o.code})
	}
	return lines
}

func (r *Runner) sendOne(ctx context.Context, c Campaign, o outcome) {
	_, err := r.api.SendSMS(ctx, geniq.Message{From: c.From, To: o.to, Text: c.Text})
	var apiErr *geniq.APIError
	switch {
	case err == nil:
		o.code <- 0 // want "magiccode: .*Success"
	case errors.As(err, &apiErr):
		o.code <- codes.ResponseCode(apiErr.ResponseCode)
	case errors.Is(err, geniq.ErrNoCredit):
		o.code <- codes.ResponseCode(6) // want "magiccode: .*InsufficientCredit"
	default:
		o.code <- 88 // want "magiccode: .*GeneralFailure"
	}
}
