// Functions that another package has made of what it got, and memory that it reaches by reflection.
package written

type reply struct{ Code codes.ResponseCode }

func (r *reply) become(c codes.ResponseCode) { r.Code = c }

// each is an iterator that changes the first element when it is left.
func each(list []codes.ResponseCode, at codes.ResponseCode) iter.Seq[codes.ResponseCode] {
	return func(yield func(codes.ResponseCode) bool) {
		for _, c := range list {
			if !yield(c) {
				list[0] = at
				return
			}
		}
	}
}

// Pulled stops an iterator.
func Pulled(c codes.ResponseCode) {
	list := []codes.ResponseCode{3, 3}
	next, stop := iter.Pull(each(list, c))
	next()
	list[0] = 3
	if list[0] == 3 {
		stop()
		seen(_, list[0])
	}
}

// Once calls methods by functions that package sync has made.
func Once(c codes.ResponseCode) {
	r := &reply{}
	set := sync.OnceFunc(func() { r.become(c) })
	r.Code = 3
	set()
	seen(_, r.Code)
	boxed := gateway.Bind(r, c)
	r.Code = 3
	if r.Code == 3 {
		boxed()
		seen(_, r.Code)
	}
	change := gateway.NewChanger(r).Change
	r.Code = 3
	change(int(c))
	seen(_, r.Code)
}

func (r *reply) Set(code int) { r.Code = codes.ResponseCode(code) }

func store(v reflect.Value, c codes.ResponseCode) { v.SetInt(int64(c)) }

// Reflected stores by values that do not tell where they lead.
func Reflected(c codes.ResponseCode) {
	r := &reply{}
	field := reflect.ValueOf(r).Elem().Field(0)
	r.Code = 3
	field.SetInt(int64(c))
	seen(_, r.Code)
	r.Code = 3
	store(field, c)
	seen(_, r.Code)
	r.Code = 3
	set := field.SetInt
	set(int64(c))
	seen(_, r.Code)
	r.Code = 3
	gateway.Assign(field, int(c))
	seen(_, r.Code)
}
