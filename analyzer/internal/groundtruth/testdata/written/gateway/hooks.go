package gateway

type Hooks struct {
	Before func()
	After  func(code int) bool
}

type Handler interface{ Handle(code int) }

type HandlerFunc func(code int)

func (f HandlerFunc) Handle(code int) { f(code) }

// Send asks the hooks of whoever sends.
func Send(h *Hooks, code int) bool {
	if h.Before != nil {
		h.Before()
	}
	return h.After != nil && h.After(code)
}

func Serve(h Handler, code int) { h.Handle(code) }

func ServeAll(hs map[string]Handler, code int) {
	for _, h := range hs {
		h.Handle(code)
	}
}
