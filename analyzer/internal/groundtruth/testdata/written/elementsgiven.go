// Elements of lists at a constant place, in what functions get.
package written

type row struct {
	code codes.ResponseCode
	n    int
}

type sheet struct {
	rows  []row
	pair  [2]row
	other *sheet
}

func (s *sheet) good() bool                 { return s.rows[0].code == 0 }
func (s *sheet) second() error              { return s.rows[1].code.Err() }
func (s sheet) fine() bool                  { return s.pair[1].code == 5 || s.pair[1].code == 88 }
func firstOf(rows []row) codes.ResponseCode { return rows[0].code }
func isBusy(rows []row) bool                { return len(rows) > 1 && rows[1].code == 5 }

func (s *sheet) mend(c codes.ResponseCode) bool {
	s.rows[0].code = c
	return s.rows[0].code == 7
}

func (s *sheet) deep() bool { return s.other != nil && s.other.rows[0].code == 11 }

func swapped(rows []row) bool {
	rows[0], rows[1] = rows[1], rows[0]
	return rows[0].code == 6
}

func ElementsGiven(c, d codes.ResponseCode, b bool) {
	s := &sheet{rows: []row{{code: c}, {code: d}}, pair: [2]row{{code: d}, {code: c}}}
	if s.good() {
		seen(_, s.rows[0].code)
		seen(_, c)
	} else {
		seen(_, s.rows[0].code)
	}
	if err := s.second(); err == nil {
		seen(_, s.rows[1].code)
		seen(_, d)
	}
	if s.fine() {
		seen(_, s.pair[1].code)
		seen(_, c)
	} else {
		seen(_, s.pair[1].code)
	}
	if isBusy(s.rows) {
		seen(_, d)
	} else {
		seen(_, d)
	}
	alias := s.rows
	if firstOf(alias) == 99 {
		seen(_, alias[0].code)
		seen(_, s.rows[0].code)
	}
	if b {
		alias[0].code = d
	}
	if s.good() {
		seen(_, s.rows[0].code)
		seen(_, alias[0].code)
		seen(_, c)
	}
	if s.mend(d) {
		seen(_, s.rows[0].code)
		seen(_, d)
	} else {
		seen(_, s.rows[0].code)
	}
	if swapped(s.rows) {
		seen(_, s.rows[0].code)
		seen(_, s.rows[1].code)
	}
	s.other = &sheet{rows: append([]row(nil), s.rows...)}
	if s.deep() {
		seen(_, s.other.rows[0].code)
		s.rows[0].code = c
		seen(_, s.other.rows[0].code)
	}
	t := *s
	t.rows[0].code = c
	if t.good() {
		seen(_, s.rows[0].code)
		seen(_, t.rows[0].code)
	}
	i := 0
	if b {
		i = 1
	}
	t.rows[i].code = d
	if !t.good() {
		seen(_, t.rows[0].code)
		seen(_, t.rows[i].code)
	}
}
