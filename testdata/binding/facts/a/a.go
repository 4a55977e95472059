// Package a knows its codes, and what is none.
package a

type base struct {
	Code int `json:"responseCode"`
}

type SMS struct{ base }

type Managed struct{ base }

type Page struct {
	Code int `json:"responseCode"`
}

type Unread struct {
	Code int `json:"responseCode"`
}

type Failure struct{ What int }

func (s SMS) Number() int { return s.Code }

func Fail(s SMS) Failure { return Failure{What: s.Code} }

func Text(m map[string]string, key string) string { return m[key] }

func _(s SMS, m Managed, p Page, f Failure) bool {
	return s.Code == 5 || m.Code == 131009 || p.Code == 404
}
