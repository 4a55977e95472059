// Package others goes round in circles that are no retries.
package others

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code   codes.ResponseCode `json:"responseCode"`
	Status string             `json:"status"`
	Next   string             `json:"next"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

// Batch sends to everybody, and goes on after a failure.
func Batch(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []string
	for _, to := range []string{m.To} {
		r, err := send(ctx, c, api.Message{From: m.From, To: to, Text: m.Text})
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			continue
		}
		failed = append(failed, to)
	}
	if len(failed) > 0 {
		return fmt.Errorf("not sent: %q", failed)
	}
	return nil
}

// BatchFirst ends with the first number that takes the message.
func BatchFirst(ctx context.Context, c *api.Client, m api.Message) error {
	numbers := []string{m.To}
	for i := range numbers {
		m.To = numbers[i]
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errors.New("nobody")
}

// BatchMerge has one struct for all.
func BatchMerge(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []string{m.To}
	for len(queue) > 0 {
		m.To, queue = queue[0], queue[1:]
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errors.New("nobody")
}

// Failover asks the next endpoint.
func Failover(ctx context.Context, c *api.Client, m api.Message) error {
	for _, url := range []string{c.URL} {
		at := &api.Client{URL: url, HTTP: c.HTTP, Unit: c.Unit}
		r, err := send(ctx, at, m)
		if err != nil {
			log.Print(err)
			continue
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errors.New("no endpoint takes it")
}

// FailoverSender tries the next name to send from.
func FailoverSender(ctx context.Context, c *api.Client, m api.Message) error {
	for _, from := range [...]string{"SHOP"} {
		m.From = from
		r, err := send(ctx, c, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errors.New("no sender may")
}

// Pages reads page after page.
func Pages(ctx context.Context, c *api.Client, _ api.Message) error {
	next := "1"
	for {
		var r reply
		if err := c.Get(ctx, "/balance?page="+next, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess || r.Next == "" {
			return r.Code.Err()
		}
		next = r.Next
	}
}

// PageOffset skips pages that cannot be read.
func PageOffset(ctx context.Context, c *api.Client, _ api.Message) error {
	for offset := 0; offset < 1; offset += 100 {
		var r reply
		if err := c.Get(ctx, fmt.Sprintf("/balance?offset=%d", offset), &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			log.Printf("offset %d: %v", offset, r.Code)
		}
	}
	return nil
}

// Poll asks until the status says so; a code ends it.
func Poll(ctx context.Context, c *api.Client, _ api.Message) error {
	for {
		var r reply
		if err := c.Get(ctx, "/balance", &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			return r.Code
		}
		if r.Status != "pending" {
			return nil
		}
		time.Sleep(c.Unit)
	}
}

// Worker takes job after job.
func Worker(ctx context.Context, c *api.Client, m api.Message) error {
	jobs := make(chan api.Message, 1)
	jobs <- m
	close(jobs)
	for job := range jobs {
		r, err := send(ctx, c, job)
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			log.Printf("%s: %v", job.To, r.Code)
			continue
		}
	}
	return nil
}

// WorkerSelect takes them with select.
func WorkerSelect(ctx context.Context, c *api.Client, m api.Message) error {
	jobs := make(chan api.Message, 1)
	jobs <- m
	close(jobs)
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case job, ok := <-jobs:
			if !ok {
				return nil
			}
			r, err := send(ctx, c, job)
			if err == nil && r.Code == codes.ResponseSuccess {
				return nil
			}
		}
	}
}

// Lines has a message in each line.
func Lines(ctx context.Context, c *api.Client, m api.Message) error {
	in := bufio.NewScanner(strings.NewReader(m.Text + "\n"))
	for in.Scan() {
		m.Text = in.Text()
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return in.Err()
}

// Records has one in each record.
func Records(ctx context.Context, c *api.Client, m api.Message) error {
	in := json.NewDecoder(strings.NewReader(`{"to":"601"}`))
	for {
		var rec api.Message
		if err := in.Decode(&rec); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		r, err := send(ctx, c, rec)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
}

// Shortened sends less each time.
func Shortened(ctx context.Context, c *api.Client, m api.Message) error {
	text := m.Text
	for len(text) > 8 {
		m.Text = text
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		text = text[:8]
	}
	return errors.New("no text is short enough")
}

// Status is about another service's HTTP status.
func Status(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.URL+"/health", nil)
		if err != nil {
			return err
		}
		resp, err := c.HTTP.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			break
		}
		time.Sleep(c.Unit)
	}
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	return r.Code.Err()
}

// Gateway sends again what the gateway has not let through.
func Gateway(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		var status *api.StatusError
		if errors.As(err, &status) && status.Status >= 500 {
			time.Sleep(c.Unit)
			continue
		}
		if err != nil {
			return err
		}
		return r.Code.Err()
	}
}
