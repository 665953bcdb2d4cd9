package store

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"syscall"
)

// failureOf says in one word what is wrong with the network, the same word as the server of the workbench: neither
// addresses nor credentials get into it.
func failureOf(ctx context.Context, err error) *Failure {
	var failure *Failure
	if errors.As(err, &failure) {
		return failure
	}
	if errors.Is(err, context.Canceled) || errors.Is(ctx.Err(), context.Canceled) {
		return &Failure{Kind: "canceled"}
	}
	var network net.Error
	if errors.Is(err, context.DeadlineExceeded) || (errors.As(err, &network) && network.Timeout()) {
		return &Failure{Kind: "timeout"}
	}
	return &Failure{Kind: "unreachable", Reason: reasonOf(err)}
}

func reasonOf(err error) string {
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var header tls.RecordHeaderError
	switch {
	case errors.As(err, &name):
		return "host not found"
	case errors.As(err, &certificate):
		return "its certificate is not trusted"
	case errors.As(err, &header):
		return "it does not speak TLS"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "connection refused"
	default:
		return "connection closed"
	}
}
