// Testhost starts the back end by Grafana's plugin protocol and serves it at the addresses at which Grafana does, so that
// tests can hold it against the server of the workbench. It is no part of what ships.
//
//	testhost PROGRAM URL-OF-STORE [JSON-DATA]
//
// It prints its own address, and ends with its standard input.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
)

func main() {
	if len(os.Args) < 3 {
		fail(fmt.Errorf("usage: testhost PROGRAM URL-OF-STORE [JSON-DATA]"))
	}
	jsonData := "{}"
	if len(os.Args) > 3 {
		jsonData = os.Args[3]
	}
	client := plugin.NewClient(&plugin.ClientConfig{
		Cmd:              exec.Command(os.Args[1]),
		HandshakeConfig:  plugin.HandshakeConfig{ProtocolVersion: grpcplugin.ProtocolVersion, MagicCookieKey: grpcplugin.MagicCookieKey, MagicCookieValue: grpcplugin.MagicCookieValue},
		AllowedProtocols: []plugin.Protocol{plugin.ProtocolGRPC},
		VersionedPlugins: map[int]plugin.PluginSet{grpcplugin.ProtocolVersion: {
			"diagnostics": &grpcplugin.DiagnosticsGRPCPlugin{}, "resource": &grpcplugin.ResourceGRPCPlugin{}, "data": &grpcplugin.DataGRPCPlugin{},
		}},
		Logger: hclog.New(&hclog.LoggerOptions{Output: os.Stderr, Level: hclog.Warn}),
	})
	defer client.Kill()
	host, err := newHost(client, os.Args[2], jsonData)
	fail(err)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	fail(err)
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/ds/query", host.query)
	mux.HandleFunc("GET /api/datasources/uid/driftline/health", host.health)
	mux.HandleFunc("/api/datasources/uid/driftline/resources/", host.resource)
	mux.HandleFunc("GET /pid", func(writer http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprint(writer, client.ReattachConfig().Pid)
	})
	go func() { _ = http.Serve(listener, mux) }()
	fmt.Printf("http://%s\n", listener.Addr())
	_, _ = io.Copy(io.Discard, os.Stdin)
}

func fail(err error) {
	if err != nil {
		_, _ = fmt.Fprintln(os.Stderr, "testhost:", err)
		os.Exit(1)
	}
}

type host struct {
	data        grpcplugin.DataClient
	diagnostics grpcplugin.DiagnosticsClient
	resources   grpcplugin.ResourceClient
	context     *pluginv2.PluginContext
}

func newHost(client *plugin.Client, url, jsonData string) (*host, error) {
	protocol, err := client.Client()
	if err != nil {
		return nil, err
	}
	made := &host{context: &pluginv2.PluginContext{
		OrgId: 1, PluginId: "driftline-model-datasource",
		DataSourceInstanceSettings: &pluginv2.DataSourceInstanceSettings{
			Id: 1, Uid: "driftline", Name: "Driftline", Url: url, JsonData: []byte(jsonData), LastUpdatedMS: time.Now().UnixMilli(),
		},
	}}
	for name, take := range map[string]func(any){
		"data":        func(raw any) { made.data = raw.(grpcplugin.DataClient) },
		"diagnostics": func(raw any) { made.diagnostics = raw.(grpcplugin.DiagnosticsClient) },
		"resource":    func(raw any) { made.resources = raw.(grpcplugin.ResourceClient) },
	} {
		raw, err := protocol.Dispense(name)
		if err != nil {
			return nil, err
		}
		take(raw)
	}
	return made, nil
}

func (h *host) query(writer http.ResponseWriter, request *http.Request) {
	var body struct {
		From    string            `json:"from"`
		To      string            `json:"to"`
		Queries []json.RawMessage `json:"queries"`
	}
	if err := json.NewDecoder(request.Body).Decode(&body); err != nil {
		http.Error(writer, err.Error(), http.StatusBadRequest)
		return
	}
	asked := &pluginv2.QueryDataRequest{PluginContext: h.context, Headers: map[string]string{}}
	if alert := request.Header.Get("FromAlert"); alert != "" {
		asked.Headers["FromAlert"] = alert
	}
	from, _ := strconv.ParseInt(body.From, 10, 64)
	to, _ := strconv.ParseInt(body.To, 10, 64)
	for _, text := range body.Queries {
		query := struct {
			RefID         string  `json:"refId"`
			IntervalMs    float64 `json:"intervalMs"`
			MaxDataPoints int64   `json:"maxDataPoints"`
		}{IntervalMs: 1000, MaxDataPoints: 100}
		_ = json.Unmarshal(text, &query)
		asked.Queries = append(asked.Queries, &pluginv2.DataQuery{
			RefId: query.RefID, Json: text, IntervalMS: int64(query.IntervalMs), MaxDataPoints: query.MaxDataPoints,
			TimeRange: &pluginv2.TimeRange{FromEpochMS: from, ToEpochMS: to},
		})
	}
	started := time.Now()
	answered, err := h.data.QueryData(request.Context(), asked)
	if err != nil {
		http.Error(writer, err.Error(), http.StatusInternalServerError)
		return
	}
	// For benchmarks: what follows is the cost of this host.
	writer.Header().Set("Server-Timing", fmt.Sprintf("back-end;dur=%.1f", time.Since(started).Seconds()*1000))
	response, err := backend.FromProto().QueryDataResponse(answered)
	if err != nil {
		http.Error(writer, err.Error(), http.StatusInternalServerError)
		return
	}
	write(writer, http.StatusOK, response)
}

func (h *host) health(writer http.ResponseWriter, request *http.Request) {
	answered, err := h.diagnostics.CheckHealth(request.Context(), &pluginv2.CheckHealthRequest{PluginContext: h.context})
	if err != nil {
		http.Error(writer, err.Error(), http.StatusInternalServerError)
		return
	}
	status := http.StatusOK
	if answered.Status != pluginv2.CheckHealthResponse_OK {
		status = http.StatusBadRequest
	}
	write(writer, status, map[string]any{
		"status": answered.Status.String(), "message": answered.Message, "details": json.RawMessage(answered.JsonDetails),
	})
}

func (h *host) resource(writer http.ResponseWriter, request *http.Request) {
	path := strings.TrimPrefix(request.URL.Path, "/api/datasources/uid/driftline/resources/")
	body, _ := io.ReadAll(request.Body)
	stream, err := h.resources.CallResource(request.Context(), &pluginv2.CallResourceRequest{
		PluginContext: h.context, Path: path, Method: request.Method, Url: path + "?" + request.URL.RawQuery, Body: body,
	})
	if err == nil {
		var answered *pluginv2.CallResourceResponse
		if answered, err = stream.Recv(); err == nil {
			writer.Header().Set("Content-Type", "application/json")
			writer.WriteHeader(int(answered.Code))
			_, _ = writer.Write(answered.Body)
			return
		}
	}
	http.Error(writer, err.Error(), http.StatusInternalServerError)
}

func write(writer http.ResponseWriter, status int, body any) {
	writer.Header().Set("Content-Type", "application/json")
	writer.WriteHeader(status)
	_ = json.NewEncoder(writer).Encode(body)
}
