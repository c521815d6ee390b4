using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Support.GitHubEmulator;

/// <summary>Takes a request apart, finds who may answer it, and sends the answer.</summary>
internal sealed class Requests(GitHubServer server, TimeProvider time)
{
    private static readonly IReadOnlyList<Route> Routes = [.. RepositoryRoutes.All, .. CheckRunRoutes.All, .. PullRequestRoutes.All, .. IssueRoutes.All, .. GitDataRoutes.All, .. ReleaseRoutes.All];

    private readonly Lock gate = new();
    private int used;

    public async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            using var content = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(content);
            if (server.Latency > TimeSpan.Zero)
            {
                await Task.Delay(server.Latency);
            }

            await AnswerAsync(context, content.ToArray());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            server.Problems.Enqueue($"{context.Request.HttpMethod} {context.Request.Url}: {e.Message}");
            context.Response.Abort();
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, byte[] content)
    {
        var request = context.Request;
        var path = request.Url!.AbsolutePath;
        if (request.Url.Host == "localhost")
        {
            Send(context, Storage(request), request.HttpMethod, "");
        }
        else if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            Api(context, content);
        }
        else if (path.Contains(".git/", StringComparison.Ordinal))
        {
            await GitAsync(context, content);
        }
        else
        {
            Send(context, Unknown($"{request.HttpMethod} {request.Url}", "unknown address"), request.HttpMethod, "");
        }
    }

    /// <summary>Everybody fetches; git sends its credentials only when it is asked for them.</summary>
    private async Task GitAsync(HttpListenerContext context, byte[] content)
    {
        var login = Pusher(context.Request);
        if (login is null && context.Request.RawUrl!.EndsWith("git-receive-pack", StringComparison.Ordinal))
        {
            context.Response.StatusCode = context.Request.Headers["Authorization"] is null ? 401 : 403;
            context.Response.Headers["WWW-Authenticate"] = "Basic realm=\"GitHub\"";
        }
        else
        {
            await GitHttp.ServeAsync(context.Request, content, context.Response, server.GitRoot, login);
        }

        context.Response.Close();
    }

    private Answer Storage(HttpListenerRequest request)
    {
        if (request.Headers["Authorization"] is not null)
        {
            return Unknown(request.Url!.AbsolutePath, "the token was sent to the storage host");
        }

        return server.Stored(request.Url!.Segments[^1]) is { } bytes ? new Answer(200) { Bytes = bytes } : new Answer(404);
    }

    private void Api(HttpListenerContext context, byte[] content)
    {
        var request = context.Request;
        var address = request.Url!.AbsolutePath;
        var isUpload = address.StartsWith("/api/uploads/", StringComparison.Ordinal);
        var path = isUpload ? address["/api/uploads".Length..] : address.StartsWith("/api/v3/", StringComparison.Ordinal) ? address["/api/v3".Length..] : "";
        var found = Routes.Select(route => (Route: route, Arguments: route.Match(request.HttpMethod, path))).FirstOrDefault(pair => pair.Arguments is not null && pair.Route.Request == ReleaseRoutes.Upload == isUpload);
        var name = address == "/api/graphql" && request.HttpMethod == "POST" ? "POST /graphql" : found.Route?.Request;
        if (name is null)
        {
            Send(context, Unknown($"{request.HttpMethod} {request.RawUrl}", "unknown request"), request.HttpMethod, "");
            return;
        }

        var fault = server.Faults.Take(name);
        if (fault == FaultKind.Reset)
        {
            // The listener never ends without a status, so it must not be one of success.
            context.Response.StatusCode = 502;
            context.Response.ContentLength64 = 1_000;
            context.Response.Abort();
            return;
        }

        Answer answer;
        lock (gate)
        {
            answer = Refusal(fault) ?? Handle(request, name, found.Route, found.Arguments, content);
        }

        if (fault == FaultKind.HalfUpload)
        {
            ReleaseRoutes.BreakOff(server, (long)answer.Body!["id"]!);
        }

        server.Exchanges.Enqueue(new Exchange(name, request.RawUrl!, isUpload || content.Length == 0 ? null : JsonNode.Parse(content), answer.Status, answer.Body?.DeepClone()));
        if (fault == FaultKind.CutAnswer)
        {
            context.Response.StatusCode = answer.Status;
            context.Response.ContentLength64 = 1_000;
            context.Response.OutputStream.Write("{ \"id\": "u8);
            context.Response.OutputStream.Flush();
            context.Response.Abort();
            return;
        }

        Send(context, answer.After(fault), request.HttpMethod, request.Headers["If-None-Match"] ?? "");
    }

    private Answer Handle(HttpListenerRequest request, string name, Route? route, Dictionary<string, string>? arguments, byte[] content)
    {
        foreach (var header in new[] { "User-Agent", "Accept", "X-GitHub-Api-Version" }.Where(header => string.IsNullOrEmpty(request.Headers[header])))
        {
            return Unknown(name, $"no header {header}");
        }

        if (server.FindToken(request.Headers["Authorization"]?.Split(' ', 2)[^1]) is not { } token)
        {
            return Answer.Refused(401, "Bad credentials");
        }

        if (route is null)
        {
            return GraphQlRoute.Handle(server, token, (JsonObject)JsonNode.Parse(content)!) ?? Unknown(name, Encoding.UTF8.GetString(content));
        }

        // Everybody reads a public repository; only a token with the permission changes it.
        if (route.IsWrite && !token.May(route.Permission))
        {
            return Answer.Refused(403, "Resource not accessible by integration");
        }

        var repository = arguments!.TryGetValue("owner", out var owner) ? server.Find($"{owner}/{arguments["repo"]}") : null;
        if (repository is null && arguments.ContainsKey("owner"))
        {
            return Answer.NotFound;
        }

        var query = request.QueryString.AllKeys.ToDictionary(key => key!, key => request.QueryString[key]!, StringComparer.Ordinal);
        return route.Handle(new Call(server, repository!, token, request.Url!.GetLeftPart(UriPartial.Path), arguments, query, request.Headers["Accept"]!, content));
    }

    private Answer? Refusal(FaultKind? fault)
    {
        var limit = Answer.Refused(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
        switch (fault)
        {
            case FaultKind.BadGateway:
                return new Answer(502) { Bytes = "<html>Unicorn!</html>"u8.ToArray() };
            case FaultKind.PrimaryLimit:
                limit = Answer.Refused(403, "API rate limit exceeded for installation ID 1.");
                limit.Headers["x-ratelimit-remaining"] = "0";
                limit.Headers["x-ratelimit-reset"] = $"{time.GetUtcNow().AddSeconds(30).ToUnixTimeSeconds()}";
                return limit;
            case FaultKind.SecondaryLimit:
                limit.Headers["Retry-After"] = "7";
                return limit;
            case FaultKind.TooMany:
                return Answer.Refused(429, "Too many requests");
            default:
                return null;
        }
    }

    private string? Pusher(HttpListenerRequest request)
    {
        if (request.Headers["Authorization"] is not { } header || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = server.FindToken(Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':', 2)[^1]);
        return token?.May("contents: write") == true ? token.Login : null;
    }

    private Answer Unknown(string request, string reason)
    {
        server.Problems.Enqueue($"{request}: {reason}");
        return Answer.Refused(501, reason);
    }

    private void Send(HttpListenerContext context, Answer answer, string method, string known)
    {
        var response = context.Response;
        var body = answer.Bytes ?? (answer.Body is null ? [] : Encoding.UTF8.GetBytes(answer.Body.ToJsonString()));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"";
        response.StatusCode = answer.Status;
        response.Headers["x-ratelimit-limit"] = "1000";
        if (method == "GET" && answer.Status == 200)
        {
            response.Headers["ETag"] = tag;
            response.StatusCode = tag == known ? 304 : 200;
        }

        response.Headers["x-ratelimit-remaining"] = $"{1000 - (response.StatusCode == 304 ? used : ++used)}";
        response.Headers["x-ratelimit-reset"] = $"{time.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}";
        foreach (var (header, value) in answer.Headers)
        {
            response.Headers[header] = value;
        }

        if (response.StatusCode is not (204 or 304))
        {
            response.ContentType = answer.Bytes is null ? "application/json; charset=utf-8" : "application/octet-stream";
            response.ContentLength64 = body.Length;
            response.OutputStream.Write(body);
        }

        response.Close();
    }
}
