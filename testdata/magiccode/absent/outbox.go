package absent

import (
	"context"
	"database/sql"
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

// An outbox keeps what became of the messages.
type outbox struct{ db *sql.DB }

// code says false where there is no row: that is no Success.
func (o outbox) code(ctx context.Context, id int64) (codes.ResponseCode, bool, error) {
	var n sql.NullInt64
	err := o.db.QueryRowContext(ctx, `SELECT response_code FROM outbox WHERE id = $1`, id).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, err
	}
	if id < 0 {
		return 0, true, nil // want `0 is the response code Success`
	}
	return codes.ResponseCode(n.Int64), n.Valid, nil
}

// last answers 0 where nothing was sent yet.
func (o outbox) last(ctx context.Context) (codes.ResponseCode, error) {
	var n int
	switch err := o.db.QueryRowContext(ctx, `SELECT response_code FROM outbox ORDER BY id DESC`).Scan(&n); {
	case err == sql.ErrNoRows:
		return 0, nil
	case err != nil:
		return 0, err
	}
	return codes.ResponseCode(n), nil
}

// resent takes a duplicate for sent: there 0 is Success.
func (o outbox) resent(ctx context.Context, send func(context.Context) error) (codes.ResponseCode, error) {
	err := send(ctx)
	if errors.Is(err, codes.ResponseDuplicateDestination) {
		return 0, nil // want `0 is the response code Success`
	}
	var code codes.ResponseCode
	if errors.As(err, &code) {
		return code, nil
	}
	return codes.ResponseSystemError, err
}
