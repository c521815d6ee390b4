using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Support;

/// <summary>Real git over HTTP: <c>git http-backend</c> behind a server of this process, for the repositories below a folder.</summary>
public sealed class GitHttpBackend : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly string root;
    private readonly Task serving;
    private readonly List<string?> authorizations = [];

    public GitHttpBackend(string root)
    {
        this.root = root;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        }

        listener.Prefixes.Add(Address + "/");
        listener.Start();
        serving = ServeAsync();
    }

    public string Address { get; }

    /// <value>The Authorization header of each request, in order.</value>
    public IReadOnlyList<string?> Authorizations
    {
        get
        {
            lock (authorizations)
            {
                return [.. authorizations];
            }
        }
    }

    public void Dispose()
    {
        listener.Stop();
        serving.Wait();
        listener.Close();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            lock (authorizations)
            {
                authorizations.Add(context.Request.Headers["Authorization"]);
            }

            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "http-backend"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["GIT_PROJECT_ROOT"] = root;
        start.Environment["GIT_HTTP_EXPORT_ALL"] = "1";
        start.Environment["PATH_INFO"] = request.Url!.AbsolutePath;
        start.Environment["QUERY_STRING"] = request.Url.Query.TrimStart('?');
        start.Environment["REQUEST_METHOD"] = request.HttpMethod;
        start.Environment["CONTENT_TYPE"] = request.ContentType ?? "";
        start.Environment["HTTP_CONTENT_ENCODING"] = request.Headers["Content-Encoding"] ?? "";
        start.Environment["GIT_PROTOCOL"] = request.Headers["Git-Protocol"] ?? "";
        using var process = Process.Start(start)!;
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body);
        await process.StandardInput.BaseStream.WriteAsync(body.ToArray());
        process.StandardInput.Close();
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        await WriteAsync(context.Response, output.ToArray());
    }

    private static async Task WriteAsync(HttpListenerResponse response, byte[] output)
    {
        var end = output.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var header in Encoding.Latin1.GetString(output, 0, Math.Max(end, 0)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)))
        {
            if (header[0] == "Status")
            {
                response.StatusCode = int.Parse(header[1].AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
            }
            else
            {
                response.Headers[header[0]] = header[1];
            }
        }

        await response.OutputStream.WriteAsync(output.AsMemory(end + 4));
        response.Close();
    }
}
