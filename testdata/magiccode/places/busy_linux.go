package places

const rcBusy = "5"

func onLinux(r reply) bool { return r.Text == rcBusy || r.Text == "5" } // want `write rcBusy`
