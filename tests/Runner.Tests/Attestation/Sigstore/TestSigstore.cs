using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Support;

namespace Runner.Tests.Attestation.Sigstore;

/// <summary>
/// <see cref="TestServices"/> over HTTP. What is not of their APIs is a surprise, and so is a call that a test does not name.
/// </summary>
internal sealed class TestSigstore : IDisposable
{
    public const string Bearer = "the-bearer-of-this-job";

    private readonly TestServices services;
    private readonly HttpListener listener;
    private readonly Lock exclusive = new();
    private readonly List<string> calls = [];
    private readonly List<string> surprises = [];

    public TestSigstore(TestServices services)
    {
        this.services = services;
        (listener, var port) = LocalListener.Open("127.0.0.1");
        Address = FormattableString.Invariant($"http://127.0.0.1:{port}");
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <value>Answers that come before a service's own: a status, or what <see cref="Hang"/> and <see cref="Huge"/> stand for.</value>
    public Dictionary<string, Queue<int>> Before { get; } = new(StringComparer.Ordinal);

    public const int Hang = -1;
    public const int Huge = -2;

    /// <summary>The signing_config.json that names these services.</summary>
    public string Config(int rekor = 1, bool isStamped = true) => new JsonObject
    {
        ["mediaType"] = "application/vnd.dev.sigstore.signingconfig.v0.2+json",
        ["caUrls"] = new JsonArray(Service("/fulcio", 1)),
        ["oidcUrls"] = new JsonArray(),
        ["rekorTlogUrls"] = rekor == 0 ? new JsonArray() : new JsonArray(Service("/rekor", rekor)),
        ["tsaUrls"] = isStamped ? new JsonArray(Service("/stamps/api/v1/timestamp", 1)) : new JsonArray(),
        ["rekorTlogConfig"] = new JsonObject { ["selector"] = "ANY" },
        ["tsaConfig"] = new JsonObject { ["selector"] = "ANY" },
    }.ToJsonString();

    public string? Variable(string name) => name switch
    {
        "ACTIONS_ID_TOKEN_REQUEST_URL" => Address + "/identity?api-version=2.0",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN" => Bearer,
        _ => null,
    };

    /// <summary>Throws when the calls were others than these, in their order.</summary>
    public void Verify(params string[] expected)
    {
        lock (exclusive)
        {
            if (surprises.Count > 0 || !calls.SequenceEqual(expected, StringComparer.Ordinal))
            {
                throw new InvalidOperationException(
                    $"asked: {string.Join(", ", calls)}; expected: {string.Join(", ", expected)}; {string.Join("; ", surprises)}");
            }
        }
    }

    /// <summary>How often each was asked, in whatever order.</summary>
    public string Counts()
    {
        lock (exclusive)
        {
            var counts = calls.GroupBy(call => call, StringComparer.Ordinal).Select(group => FormattableString.Invariant($"{group.Count()} {group.Key}"));
            return surprises.Count > 0 ? string.Join("; ", surprises) : string.Join(", ", counts);
        }
    }

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = OneAsync(await listener.GetContextAsync());
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task OneAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var asked = $"{context.Request.HttpMethod} {context.Request.RawUrl}";
        var (name, answer) = asked switch
        {
            "GET /identity?api-version=2.0&audience=sigstore" => ("identity", (Func<byte[], (int, byte[])>)(_ => services.Identity(context.Request))),
            "POST /fulcio/api/v2/signingCert" => ("certificate", services.Certify),
            "POST /stamps/api/v1/timestamp" => ("stamp", bytes => services.Stamp(bytes, context.Request)),
            "POST /rekor/api/v1/log/entries" => ("log", services.LogFirst),
            "POST /rekor/api/v2/log/entries" => ("log", services.LogSecond),
            _ => (asked, _ => throw new InvalidOperationException("nothing of Sigstore is there")),
        };
        var before = 0;
        lock (exclusive)
        {
            calls.Add(name);
            _ = Before.TryGetValue(name, out var queue) && queue.TryDequeue(out before);
        }

        if (before == Hang)
        {
            return;
        }

        var (status, bytes) = before switch
        {
            0 => Try(name, answer, body.ToArray()),
            Huge => (200, new byte[5 << 20]),
            _ => (before, Encoding.UTF8.GetBytes("not now, " + name switch { "identity" => Bearer, "certificate" => services.Token, _ => "sorry" })),
        };
        context.Response.StatusCode = status;
        if (before is >= 300 and < 400)
        {
            context.Response.Headers["Location"] = Address + "/elsewhere";
        }

        try
        {
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The client went away.
        }
    }

    private (int Status, byte[] Body) Try(string name, Func<byte[], (int, byte[])> answer, byte[] body)
    {
        try
        {
            return answer(body);
        }
#pragma warning disable CA1031 // Do not catch general exception types: whatever a service cannot take is told to the test.
        catch (Exception e)
#pragma warning restore CA1031
        {
            lock (exclusive)
            {
                surprises.Add($"{name}: {e.Message}");
            }

            return (400, Encoding.UTF8.GetBytes(e.Message));
        }
    }

    private JsonObject Service(string path, int version) => new()
    {
        ["url"] = Address + path,
        ["majorApiVersion"] = version,
        ["validFor"] = new JsonObject { ["start"] = "2026-01-01T00:00:00Z" },
        ["operator"] = "example.com",
    };
}
