package gateway

var handlers []func()

func OnChange(f func()) { handlers = append(handlers, f) }

func Fire() {
	for _, f := range handlers {
		f()
	}
}
