// Every place in which a helper can be called.
package written

type tool struct{ n int }

type user interface{ use(int) tool }

func (t tool) use(n int) tool { return tool{t.n + n} }
func (t *tool) grow(n int)    { t.n += n }

func generic[T any](x T) T { return x }

func help0(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help1(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help2(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help3(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help4(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help5(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help6(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help7(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help8(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help9(c codes.ResponseCode) int  { seen(_, c); return 1 }
func help10(c codes.ResponseCode) int { seen(_, c); return 1 }
func help11(c codes.ResponseCode) int { seen(_, c); return 1 }
func help12(c codes.ResponseCode) int { seen(_, c); return 1 }
func help13(c codes.ResponseCode) int { seen(_, c); return 1 }
func help14(c codes.ResponseCode) int { seen(_, c); return 1 }
func help15(c codes.ResponseCode) int { seen(_, c); return 1 }
func help16(c codes.ResponseCode) int { seen(_, c); return 1 }
func help17(c codes.ResponseCode) int { seen(_, c); return 1 }
func help18(c codes.ResponseCode) int { seen(_, c); return 1 }
func help19(c codes.ResponseCode) int { seen(_, c); return 1 }
func help20(c codes.ResponseCode) int { seen(_, c); return 1 }
func help21(c codes.ResponseCode) int { seen(_, c); return 1 }
func help22(c codes.ResponseCode) int { seen(_, c); return 1 }
func help23(c codes.ResponseCode) int { seen(_, c); return 1 }
func help24(c codes.ResponseCode) int { seen(_, c); return 1 }
func help25(c codes.ResponseCode) int { seen(_, c); return 1 }
func help26(c codes.ResponseCode) int { seen(_, c); return 1 }
func help27(c codes.ResponseCode) int { seen(_, c); return 1 }
func help28(c codes.ResponseCode) int { seen(_, c); return 1 }
func help29(c codes.ResponseCode) int { seen(_, c); return 1 }
func help30(c codes.ResponseCode) int { seen(_, c); return 1 }
func help31(c codes.ResponseCode) int { seen(_, c); return 1 }
func help32(c codes.ResponseCode) int { seen(_, c); return 1 }
func help33(c codes.ResponseCode) int { seen(_, c); return 1 }
func help34(c codes.ResponseCode) int { seen(_, c); return 1 }
func help35(c codes.ResponseCode) int { seen(_, c); return 1 }
func help36(c codes.ResponseCode) int { seen(_, c); return 1 }
func help37(c codes.ResponseCode) int { seen(_, c); return 1 }
func help38(c codes.ResponseCode) int { seen(_, c); return 1 }
func help39(c codes.ResponseCode) int { seen(_, c); return 1 }
func help40(c codes.ResponseCode) int { seen(_, c); return 1 }
func help41(c codes.ResponseCode) int { seen(_, c); return 1 }
func help42(c codes.ResponseCode) int { seen(_, c); return 1 }
func help43(c codes.ResponseCode) int { seen(_, c); return 1 }
func help44(c codes.ResponseCode) int { seen(_, c); return 1 }
func help45(c codes.ResponseCode) int { seen(_, c); return 1 }
func help46(c codes.ResponseCode) int { seen(_, c); return 1 }
func help47(c codes.ResponseCode) int { seen(_, c); return 1 }
func help48(c codes.ResponseCode) int { seen(_, c); return 1 }
func help49(c codes.ResponseCode) int { seen(_, c); return 1 }
func help50(c codes.ResponseCode) int { seen(_, c); return 1 }
func help51(c codes.ResponseCode) int { seen(_, c); return 1 }
func help52(c codes.ResponseCode) int { seen(_, c); return 1 }
func help53(c codes.ResponseCode) int { seen(_, c); return 1 }
func help54(c codes.ResponseCode) int { seen(_, c); return 1 }
func help55(c codes.ResponseCode) int { seen(_, c); return 1 }
func help56(c codes.ResponseCode) int { seen(_, c); return 1 }
func help57(c codes.ResponseCode) int { seen(_, c); return 1 }
func help58(c codes.ResponseCode) int { seen(_, c); return 1 }
func help59(c codes.ResponseCode) int { seen(_, c); return 1 }
func help60(c codes.ResponseCode) int { seen(_, c); return 1 }
func help61(c codes.ResponseCode) int { seen(_, c); return 1 }
func help62(c codes.ResponseCode) int { seen(_, c); return 1 }
func help63(c codes.ResponseCode) int { seen(_, c); return 1 }
func help64(c codes.ResponseCode) int { seen(_, c); return 1 }
func help65(c codes.ResponseCode) int { seen(_, c); return 1 }
func help66(c codes.ResponseCode) int { seen(_, c); return 1 }
func help67(c codes.ResponseCode) int { seen(_, c); return 1 }
func help68(c codes.ResponseCode) int { seen(_, c); return 1 }
func help69(c codes.ResponseCode) int { seen(_, c); return 1 }
func help70(c codes.ResponseCode) int { seen(_, c); return 1 }
func help71(c codes.ResponseCode) int { seen(_, c); return 1 }
func help72(c codes.ResponseCode) int { seen(_, c); return 1 }
func help73(c codes.ResponseCode) int { seen(_, c); return 1 }
func help74(c codes.ResponseCode) int { seen(_, c); return 1 }
func help75(c codes.ResponseCode) int { seen(_, c); return 1 }
func help76(c codes.ResponseCode) int { seen(_, c); return 1 }
func help77(c codes.ResponseCode) int { seen(_, c); return 1 }
func help78(c codes.ResponseCode) int { seen(_, c); return 1 }
func help79(c codes.ResponseCode) int { seen(_, c); return 1 }
func help80(c codes.ResponseCode) int { seen(_, c); return 1 }

// Everywhere calls each helper for two codes.
func Everywhere(c codes.ResponseCode, n int) {
	if c != 5 && c != 11 {
		return
	}
	func(n int) {
		x := []int{help0(c)}
		_ = x
	}(n)
	func(n int) {
		x := map[int]int{help1(c): 1}
		_ = x
	}(n)
	func(n int) {
		x := map[int]int{1: help2(c)}
		_ = x
	}(n)
	func(n int) {
		x := struct{ a int }{help3(c)}
		_ = x
	}(n)
	func(n int) {
		x := struct{ a int }{a: help4(c)}
		_ = x
	}(n)
	func(n int) {
		x := &struct{ a int }{a: help5(c)}
		_ = x
	}(n)
	func(n int) {
		x := [3]int{0: help6(c)}
		x[0]++
	}(n)
	func(n int) {
		var x [300]int
		x[help7(c)]++
	}(n)
	func(n int) {
		var x [300]int
		x[help8(c)] += 1
	}(n)
	func(n int) {
		var x [300]int
		x[help9(c)], x[1] = 1, 2
	}(n)
	func(n int) {
		x := "abcdef"[help10(c):]
		_ = x
	}(n)
	func(n int) {
		x := []int{1}[:help11(c)]
		_ = x
	}(n)
	func(n int) {
		x := []int{1}[0:0:help12(c)]
		_ = x
	}(n)
	func(n int) {
		switch help13(c) {
		case 7:
		}
	}(n)
	func(n int) {
		switch 7 {
		case 5, help14(c):
		}
	}(n)
	func(n int) {
		switch {
		case n > 100, help15(c) == 3:
		}
	}(n)
	func(n int) {
		switch x := any(help16(c)).(type) {
		case int:
			_ = x
		}
	}(n)
	func(n int) {
		for i := help17(c); i > 100; {
		}
	}(n)
	func(n int) {
		for help18(c) > 100 {
		}
	}(n)
	func(n int) {
		for i := 0; i < 1; i += 1 + help19(c) {
		}
	}(n)
	func(n int) {
		for range help20(c) {
		}
	}(n)
	func(n int) {
		for range []int{help21(c)} {
		}
	}(n)
	func(n int) {
		for i := range func(yield func(int) bool) { yield(help22(c)) } {
			_ = i
		}
	}(n)
	func(n int) {
		for i := range func(yield func(int) bool) { yield(1) } {
			_ = i + help23(c)
		}
	}(n)
	func(n int) {
		ch := make(chan int, 1)
		ch <- help24(c)
	}(n)
	func(n int) {
		ch := make(chan int, 1)
		select {
		case ch <- help25(c):
		default:
		}
	}(n)
	func(n int) {
		ch := make(chan int, 1)
		ch <- 1
		select {
		case <-ch:
			_ = help26(c)
		}
	}(n)
	func(n int) {
		select {
		default:
			_ = help27(c)
		}
	}(n)
	func(n int) {
		func() int { return help28(c) }()
	}(n)
	func(n int) {
		f := func() int { return help29(c) }
		f()
	}(n)
	func(n int) {
		func(int) {}(help30(c))
	}(n)
	func(n int) {
		defer func(int) {}(help31(c))
	}(n)
	func(n int) {
		defer func() { _ = help32(c) }()
	}(n)
	func(n int) {
		var wg sync.WaitGroup
		wg.Go(func() { _ = help33(c) })
		wg.Wait()
	}(n)
	func(n int) {
		_ = max(1, help34(c))
	}(n)
	func(n int) {
		_ = append([]int{}, help35(c))
	}(n)
	func(n int) {
		_ = make([]int, help36(c))
	}(n)
	func(n int) {
		_ = -help37(c)
	}(n)
	func(n int) {
		_ = 1 + 2*help38(c)
	}(n)
	func(n int) {
		_ = n > 100 || help39(c) == 1
	}(n)
	func(n int) {
		_ = n < 100 && help40(c) == 1
	}(n)
	func(n int) {
		_ = !(help41(c) == 1)
	}(n)
	func(n int) {
		_ = any(help42(c))
	}(n)
	func(n int) {
		_ = func() func(int) int { return func(x int) int { return x } }()(help43(c))
	}(n)
	func(n int) {
		_ = fmt.Sprint(help44(c))
	}(n)
	func(n int) {
		_ = errors.Is(fmt.Errorf("%d", help45(c)), nil)
	}(n)
	func(n int) {
		x, y := 1, help46(c)
		_, _ = x, y
	}(n)
	func(n int) {
		var x, y = 1, help47(c)
		_, _ = x, y
	}(n)
	func(n int) {
		x := 1
		x, y := help48(c), 2
		_, _ = x, y
	}(n)
	func(n int) {
		x := 1
		x = x + help49(c)
	}(n)
	func(n int) {
		x := 1
		x <<= uint(help50(c))
	}(n)
	func(n int) {
		if x := help51(c); x > 100 {
		}
	}(n)
	func(n int) {
		if n > 100 {
		} else if help52(c) > 100 {
		}
	}(n)
	func(n int) {
		{
			_ = help53(c)
		}
	}(n)
	func(n int) {
	L:
		for range 1 {
			_ = help54(c)
			break L
		}
	}(n)
	func(n int) {
		goto L
	L:
		_ = help55(c)
	}(n)
	func(n int) {
		p := new(int)
		*p = help56(c)
	}(n)
	func(n int) {
		type pair struct{ a, b int }
		_ = pair{1, help57(c)}.b
	}(n)
	func(n int) {
		_ = [...]int{1, 2, help58(c)}[2]
	}(n)
	func(n int) {
		_ = map[int]int{}[help59(c)]
	}(n)
	func(n int) {
		x, ok := map[int]int{}[help60(c)]
		_, _ = x, ok
	}(n)
	func(n int) {
		delete(map[int]int{}, help61(c))
	}(n)
	func(n int) {
		print(""[min(0, help62(c)):])
	}(n)
	func(n int) {
		func() (a, b int) { a = help63(c); return }()
	}(n)
	func(n int) {
		func() (a, b int) { return 1, help64(c) }()
	}(n)
	func(n int) {
		println2 := func(a ...int) {}
		println2(1, help65(c))
	}(n)
	func(n int) {
		println3 := func(a ...int) {}
		println3([]int{help66(c)}...)
	}(n)
	func(n int) {
		_ = slices.Contains([]int{1}, help67(c))
	}(n)
	func(n int) {
		_ = strconv.Itoa(help68(c))
	}(n)
	func(n int) {
		t := tool{}
		t.use(help69(c)).use(1)
	}(n)
	func(n int) {
		t := tool{}
		t.use(1).use(help70(c))
	}(n)
	func(n int) {
		t := tool{}
		f := t.use
		f(help71(c))
	}(n)
	func(n int) {
		tool.use(tool{}, help72(c))
	}(n)
	func(n int) {
		(&tool{}).grow(help73(c))
	}(n)
	func(n int) {
		var u user = tool{}
		u.use(help74(c))
	}(n)
	func(n int) {
		go func(int) {}(help75(c))
	}(n)
	func(n int) {
		func() {
			defer func() { _ = recover() }()
			panic(help76(c))
		}()
	}(n)
	func(n int) {
		fs := []func(int){func(int) {}}
		fs[0](help77(c))
	}(n)
	func(n int) {
		_ = generic(help78(c))
	}(n)
	func(n int) {
		_ = generic[int](help79(c))
	}(n)
	func(n int) {
		const k = 3
		var a [k]int
		_ = a[help80(c)%3]
	}(n)
}

func direct0(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct1(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct2(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct3(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct4(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct5(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct6(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct7(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct8(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct9(c codes.ResponseCode) int  { seen(_, c); return 1 }
func direct10(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct11(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct12(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct13(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct14(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct15(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct16(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct17(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct18(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct19(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct20(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct21(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct22(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct23(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct24(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct25(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct26(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct27(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct28(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct29(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct30(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct31(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct32(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct33(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct34(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct35(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct36(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct37(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct38(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct39(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct40(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct41(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct42(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct43(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct44(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct45(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct46(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct47(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct48(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct49(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct50(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct51(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct52(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct53(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct56(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct58(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct59(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct60(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct61(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct62(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct63(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct64(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct65(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct66(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct67(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct68(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct69(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct70(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct71(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct72(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct73(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct74(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct75(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct76(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct77(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct78(c codes.ResponseCode) int { seen(_, c); return 1 }
func direct79(c codes.ResponseCode) int { seen(_, c); return 1 }

// Straight does so without closures around.
func Straight(c codes.ResponseCode, n int) {
	if c != 5 && c != 11 {
		return
	}
	{
		x := []int{direct0(c)}
		_ = x
	}
	{
		x := map[int]int{direct1(c): 1}
		_ = x
	}
	{
		x := map[int]int{1: direct2(c)}
		_ = x
	}
	{
		x := struct{ a int }{direct3(c)}
		_ = x
	}
	{
		x := struct{ a int }{a: direct4(c)}
		_ = x
	}
	{
		x := &struct{ a int }{a: direct5(c)}
		_ = x
	}
	{
		x := [3]int{0: direct6(c)}
		x[0]++
	}
	{
		var x [300]int
		x[direct7(c)]++
	}
	{
		var x [300]int
		x[direct8(c)] += 1
	}
	{
		var x [300]int
		x[direct9(c)], x[1] = 1, 2
	}
	{
		x := "abcdef"[direct10(c):]
		_ = x
	}
	{
		x := []int{1}[:direct11(c)]
		_ = x
	}
	{
		x := []int{1}[0:0:direct12(c)]
		_ = x
	}
	{
		switch direct13(c) {
		case 7:
		}
	}
	{
		switch 7 {
		case 5, direct14(c):
		}
	}
	{
		switch {
		case n > 100, direct15(c) == 3:
		}
	}
	{
		switch x := any(direct16(c)).(type) {
		case int:
			_ = x
		}
	}
	{
		for i := direct17(c); i > 100; {
		}
	}
	{
		for direct18(c) > 100 {
		}
	}
	{
		for i := 0; i < 1; i += 1 + direct19(c) {
		}
	}
	{
		for range direct20(c) {
		}
	}
	{
		for range []int{direct21(c)} {
		}
	}
	{
		for i := range func(yield func(int) bool) { yield(direct22(c)) } {
			_ = i
		}
	}
	{
		for i := range func(yield func(int) bool) { yield(1) } {
			_ = i + direct23(c)
		}
	}
	{
		ch := make(chan int, 1)
		ch <- direct24(c)
	}
	{
		ch := make(chan int, 1)
		select {
		case ch <- direct25(c):
		default:
		}
	}
	{
		ch := make(chan int, 1)
		ch <- 1
		select {
		case <-ch:
			_ = direct26(c)
		}
	}
	{
		select {
		default:
			_ = direct27(c)
		}
	}
	{
		func() int { return direct28(c) }()
	}
	{
		f := func() int { return direct29(c) }
		f()
	}
	{
		func(int) {}(direct30(c))
	}
	{
		defer func(int) {}(direct31(c))
	}
	{
		defer func() { _ = direct32(c) }()
	}
	{
		var wg sync.WaitGroup
		wg.Go(func() { _ = direct33(c) })
		wg.Wait()
	}
	{
		_ = max(1, direct34(c))
	}
	{
		_ = append([]int{}, direct35(c))
	}
	{
		_ = make([]int, direct36(c))
	}
	{
		_ = -direct37(c)
	}
	{
		_ = 1 + 2*direct38(c)
	}
	{
		_ = n > 100 || direct39(c) == 1
	}
	{
		_ = n < 100 && direct40(c) == 1
	}
	{
		_ = !(direct41(c) == 1)
	}
	{
		_ = any(direct42(c))
	}
	{
		_ = func() func(int) int { return func(x int) int { return x } }()(direct43(c))
	}
	{
		_ = fmt.Sprint(direct44(c))
	}
	{
		_ = errors.Is(fmt.Errorf("%d", direct45(c)), nil)
	}
	{
		x, y := 1, direct46(c)
		_, _ = x, y
	}
	{
		var x, y = 1, direct47(c)
		_, _ = x, y
	}
	{
		x := 1
		x, y := direct48(c), 2
		_, _ = x, y
	}
	{
		x := 1
		x = x + direct49(c)
	}
	{
		x := 1
		x <<= uint(direct50(c))
	}
	{
		if x := direct51(c); x > 100 {
		}
	}
	{
		if n > 100 {
		} else if direct52(c) > 100 {
		}
	}
	{
		{
			_ = direct53(c)
		}
	}
	{
		p := new(int)
		*p = direct56(c)
	}
	{
		_ = [...]int{1, 2, direct58(c)}[2]
	}
	{
		_ = map[int]int{}[direct59(c)]
	}
	{
		x, ok := map[int]int{}[direct60(c)]
		_, _ = x, ok
	}
	{
		delete(map[int]int{}, direct61(c))
	}
	{
		print(""[min(0, direct62(c)):])
	}
	{
		func() (a, b int) { a = direct63(c); return }()
	}
	{
		func() (a, b int) { return 1, direct64(c) }()
	}
	{
		println2 := func(a ...int) {}
		println2(1, direct65(c))
	}
	{
		println3 := func(a ...int) {}
		println3([]int{direct66(c)}...)
	}
	{
		_ = slices.Contains([]int{1}, direct67(c))
	}
	{
		_ = strconv.Itoa(direct68(c))
	}
	{
		t := tool{}
		t.use(direct69(c)).use(1)
	}
	{
		t := tool{}
		t.use(1).use(direct70(c))
	}
	{
		t := tool{}
		f := t.use
		f(direct71(c))
	}
	{
		tool.use(tool{}, direct72(c))
	}
	{
		(&tool{}).grow(direct73(c))
	}
	{
		var u user = tool{}
		u.use(direct74(c))
	}
	{
		go func(int) {}(direct75(c))
	}
	{
		func() {
			defer func() { _ = recover() }()
			panic(direct76(c))
		}()
	}
	{
		fs := []func(int){func(int) {}}
		fs[0](direct77(c))
	}
	{
		_ = generic(direct78(c))
	}
	{
		_ = generic[int](direct79(c))
	}
}
