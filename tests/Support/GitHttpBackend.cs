using System.Net;
using Support.GitHubEmulator;

namespace Support;

/// <summary>Real git over HTTP: <c>git http-backend</c> behind a server of this process, for the repositories below a folder.</summary>
public sealed class GitHttpBackend : IDisposable
{
    private readonly HttpListener listener;
    private readonly string root;
    private readonly string? login;
    private readonly Task serving;
    private readonly List<string?> authorizations = [];

    /// <param name="root">Holds the repositories.</param>
    /// <param name="login">Who everybody is, so that pushes are taken; <see langword="null"/> serves for reading only.</param>
    public GitHttpBackend(string root, string? login = null)
    {
        this.root = root;
        this.login = login;
        (listener, var port) = LocalListener.Open("127.0.0.1");
        Address = FormattableString.Invariant($"http://127.0.0.1:{port}");
        serving = LocalListener.ServeAsync(listener, AnswerAsync);
    }

    public string Address { get; }

    /// <value>The Authorization header that every request must have; <see langword="null"/> lets everybody in.</value>
    public string? Demanded { get; init; }

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
        listener.Close();
        serving.Wait();
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        lock (authorizations)
        {
            authorizations.Add(context.Request.Headers["Authorization"]);
        }

        if (Demanded is not null && context.Request.Headers["Authorization"] != Demanded)
        {
            context.Response.StatusCode = 401;
            context.Response.Headers["WWW-Authenticate"] = "Basic realm=\"git\"";
            context.Response.Close();
            return;
        }

        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        await GitHttp.ServeAsync(context.Request, body.ToArray(), context.Response, root, login);
        context.Response.Close();
    }
}
