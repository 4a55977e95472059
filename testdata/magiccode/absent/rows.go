package absent

import (
	"database/sql"
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

// A row is what the database has of a message.
type row struct {
	to   string
	code codes.ResponseCode
}

// loadRow returns a row without a code where there is none.
func loadRow(db *sql.DB, to string) (row, error) {
	r := row{to: to}
	err := db.QueryRow(`SELECT code FROM messages WHERE recipient = ?`, to).Scan(&r.code)
	if errors.Is(err, sql.ErrNoRows) {
		return row{to: to, code: 0}, nil
	}
	if err != nil {
		return row{to, 0}, err
	}
	if r.code == codes.ResponseDuplicateDestination {
		return row{to: to, code: 0}, nil // want `0 is the response code Success`
	}
	return r, nil
}
