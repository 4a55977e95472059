package chained

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"example.test/programs/retriedcode/retrying"
)

// Loop calls what a middleware has made.
func Loop(ctx context.Context, c *api.Client, m api.Message) (err error) {
	deliver := logged(send)
	for range 4 { // want "and 10 more of class never"
		if err = deliver(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}

// LoopPassing looks at the error.
func LoopPassing(ctx context.Context, c *api.Client, m api.Message) (err error) {
	deliver := logged(send)
	for range 4 {
		if err = deliver(ctx, c, m); !mayPass(err) {
			return err
		}
	}
	return err
}

// LoopFinal has what cannot pass hidden.
func LoopFinal(ctx context.Context, c *api.Client, m api.Message) (err error) {
	deliver := final(send)
	for range 4 {
		if err = deliver(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}

// LoopTurned sends from another sender each time.
func LoopTurned(ctx context.Context, c *api.Client, m api.Message) (err error) {
	deliver := turned("+4511111111", "+4522222222")(send)
	for range 4 {
		if err = deliver(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}

// LoopTurning has the next sender have its turn.
func LoopTurning(ctx context.Context, c *api.Client, m api.Message) (err error) {
	deliver := turning(fromTurn)
	for range 4 {
		if err = deliver(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}

// LoopMade makes it where it is called.
func LoopMade(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range 4 { // want "and 10 more of class never"
		if err = limited(time.Minute)(logged(client.Wrapped))(ctx, c, m); err == nil {
			return nil
		}
	}
	return err
}

// LoopTheirs calls what another package's middlewares have made.
func LoopTheirs(ctx context.Context, c *api.Client, m api.Message) (err error) {
	op := func(ctx context.Context) error { return client.Wrapped(ctx, c, m) }
	deliver := retrying.Use(op, retrying.Timed("sms"), retrying.Timed("all"))
	for range 4 {
		if err = deliver(ctx); err == nil || !mayPass(err) {
			return err
		}
	}
	return err
}

// Field calls what is in a field.
func Field(ctx context.Context, c *api.Client, m api.Message) (err error) {
	return newOffice(c).deliver(ctx, m)
}

// An office sends by what it is made with.
type office struct {
	c    *api.Client
	send sender
}

func newOffice(c *api.Client) *office {
	return &office{c: c, send: chain(logged, limited(time.Minute))(send)}
}

func (o *office) deliver(ctx context.Context, m api.Message) (err error) {
	for range 4 { // want "and 10 more of class never"
		if err = o.send(ctx, o.c, m); err == nil {
			return nil
		}
	}
	return err
}

// FieldPassing looks at the error.
func FieldPassing(ctx context.Context, c *api.Client, m api.Message) (err error) {
	return newOffice(c).deliverPassing(ctx, m)
}

func (o *office) deliverPassing(ctx context.Context, m api.Message) (err error) {
	for range 4 {
		if err = o.send(ctx, o.c, m); !mayPass(err) {
			break
		}
	}
	return err
}
