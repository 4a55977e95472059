package requeue

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What is taken from a channel is handed to a method, which puts it back.

type parcel struct {
	message api.Message
	tries   int
}

type depot struct {
	c       *api.Client
	parcels chan parcel
	lost    chan parcel
}

// run has a method handle what comes, for a while.
func (d *depot) run(ctx context.Context, m api.Message, handle func(context.Context, *depot)) error {
	d.parcels <- parcel{message: m}
	for range 4 {
		handle(ctx, d)
		d.c.Pause(ctx, 500)
	}
	return nil
}

func depotOf(c *api.Client) *depot {
	return &depot{c: c, parcels: make(chan parcel, 1), lost: make(chan parcel, 1)}
}

// HandedAll puts back all that was not sent.
func HandedAll(ctx context.Context, c *api.Client, m api.Message) error {
	return depotOf(c).run(ctx, m, func(ctx context.Context, d *depot) {
		select {
		case p := <-d.parcels:
			d.sendOrLater(ctx, p)
		case <-time.After(250 * time.Millisecond):
		}
	})
}

func (d *depot) sendOrLater(ctx context.Context, p parcel) {
	code, err := send(ctx, d.c, p.message)
	if err == nil && code == codes.ResponseSuccess {
		return
	}
	if p.tries++; p.tries < 4 {
		time.AfterFunc(d.c.Unit, func() { d.parcels <- p }) // want "and 10 more of class never"
	}
}

// HandedWorth puts back what may pass, and one code too many.
func HandedWorth(ctx context.Context, c *api.Client, m api.Message) error {
	return depotOf(c).run(ctx, m, func(ctx context.Context, d *depot) {
		select {
		case p := <-d.parcels:
			d.sendWorth(ctx, p)
		default:
		}
	})
}

func (d *depot) sendWorth(ctx context.Context, p parcel) {
	code, err := send(ctx, d.c, p.message)
	if err != nil {
		return
	}
	if code.Retryable() || code == codes.ResponseDuplicateDestination {
		d.parcels <- p // want "for 16 DuplicateDestination of class never"
	}
}

// HandedPassing puts back what may pass.
func HandedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return depotOf(c).run(ctx, m, func(ctx context.Context, d *depot) {
		select {
		case p := <-d.parcels:
			d.sendPassing(ctx, p)
		default:
		}
	})
}

func (d *depot) sendPassing(ctx context.Context, p parcel) {
	code, err := send(ctx, d.c, p.message)
	switch {
	case err != nil || code == codes.ResponseSuccess:
	case code.Retryable():
		d.parcels <- p
	default:
		d.lost <- p
	}
}

// HandedRewritten sends it from nobody the next time.
func HandedRewritten(ctx context.Context, c *api.Client, m api.Message) error {
	return depotOf(c).run(ctx, m, func(ctx context.Context, d *depot) {
		select {
		case p := <-d.parcels:
			d.sendRewritten(ctx, p)
		default:
		}
	})
}

func (d *depot) sendRewritten(ctx context.Context, p parcel) {
	code, err := send(ctx, d.c, p.message)
	if err != nil || code == codes.ResponseSuccess || p.message.From == "" {
		return
	}
	p.message.From = ""
	d.parcels <- p
}

// HandedNew puts into the channel what it is handed from elsewhere.
func HandedNew(ctx context.Context, c *api.Client, m api.Message) error {
	d := depotOf(c)
	d.sendNew(ctx, parcel{message: m})
	return nil
}

func (d *depot) sendNew(ctx context.Context, p parcel) {
	code, err := send(ctx, d.c, p.message)
	if err == nil && code != codes.ResponseSuccess {
		d.lost <- p
	}
}
