package templates

import (
	"context"
	"errors"
	"log"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// works is a queue of templates.
type works struct {
	api   *api.Client
	queue chan api.Template
	tries int
}

// Queued puts back what has failed, for whatever reason.
func Queued(ctx context.Context, c *api.Client, t api.Template) error {
	w := &works{api: c, queue: make(chan api.Template, 10)}
	w.queue <- t
	w.run(ctx)
	return nil
}

func (w *works) run(ctx context.Context) {
	for len(w.queue) > 0 {
		select {
		case <-ctx.Done():
			return
		case t := <-w.queue:
			if _, err := idCreated(ctx, w.api, t); err != nil {
				log.Print(err)
				if w.tries++; w.tries < 5 {
					w.queue <- t // want "3 CapabilityOrPermission, .* more of class never"
				}
			}
		}
	}
}

// QueuedPassing puts back what may pass.
func QueuedPassing(ctx context.Context, c *api.Client, t api.Template) error {
	queue := make(chan api.Template, 10)
	queue <- t
	for range 3 {
		select {
		case t := <-queue:
			r, err := create(ctx, c, t)
			if err != nil {
				return err
			}
			if r.Code == nil {
				continue
			}
			if !r.Code.Retryable() {
				log.Print(*r.Code)
				continue
			}
			queue <- t
		default:
			return nil
		}
	}
	return nil
}

// QueuedCode puts back what has a code.
func QueuedCode(ctx context.Context, c *api.Client, t api.Template) error {
	queue := []api.Template{t}
	for tries := 0; len(queue) > 0 && tries < 3; tries++ {
		t := queue[0]
		queue = queue[1:]
		r, err := create(ctx, c, t)
		if err != nil {
			return err
		}
		if r.Code != nil {
			log.Print(*r.Code)
			queue = append(queue, t) // want "3 CapabilityOrPermission, .* more of class never"
		}
	}
	return nil
}

// QueuedCodes looks for the code in the error.
func QueuedCodes(ctx context.Context, c *api.Client, t api.Template) error {
	queue := []api.Template{t}
	for tries := 0; len(queue) > 0 && tries < 3; tries++ {
		t := queue[0]
		queue = queue[1:]
		_, err := created(ctx, c, t)
		var code codes.TemplateCode
		if errors.As(err, &code) && code.Retryable() {
			queue = append(queue, t)
		}
	}
	return nil
}

// QueuedNext goes on with the next one where there is a name.
func QueuedNext(ctx context.Context, c *api.Client, t api.Template) error {
next:
	for _, t := range []api.Template{t} {
		for range 3 { // want "3 CapabilityOrPermission, .* more of class never"
			r, err := create(ctx, c, t)
			if err != nil {
				return err
			}
			if r.ID != "" {
				continue next
			}
			log.Print(r.Code)
		}
	}
	return nil
}

// QueuedNextPassing goes on with the next one where nothing passes.
func QueuedNextPassing(ctx context.Context, c *api.Client, t api.Template) error {
next:
	for _, t := range []api.Template{t} {
		for range 3 {
			r, err := create(ctx, c, t)
			if err != nil {
				return err
			}
			if r.ID != "" || r.Code != nil && !r.Code.Retryable() {
				continue next
			}
		}
	}
	return nil
}
