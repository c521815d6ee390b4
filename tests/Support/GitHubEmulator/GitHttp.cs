using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Support.GitHubEmulator;

/// <summary>Real git over HTTP: one request, answered by <c>git http-backend</c>.</summary>
internal static class GitHttp
{
    /// <param name="request">Below <c>/owner/name.git/</c>.</param>
    /// <param name="content">What was sent.</param>
    /// <param name="response">Where the answer goes.</param>
    /// <param name="root">The folder that holds <c>owner/name.git</c>.</param>
    /// <param name="login">Who pushes; <see langword="null"/> for reading only.</param>
    public static async Task ServeAsync(HttpListenerRequest request, byte[] content, HttpListenerResponse response, string root, string? login)
    {
        var start = new ProcessStartInfo(
            "git",
            [
                "-c",
                "safe.directory=*",
                "http-backend"
            ])
        { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["GIT_PROJECT_ROOT"] = root,
            ["GIT_HTTP_EXPORT_ALL"] = "1",
            ["PATH_INFO"] = Uri.UnescapeDataString(request.Url!.AbsolutePath),
            ["QUERY_STRING"] = request.Url.Query.TrimStart('?'),
            ["REQUEST_METHOD"] = request.HttpMethod,
            ["CONTENT_TYPE"] = request.ContentType,
            ["CONTENT_LENGTH"] = content.Length.ToString(CultureInfo.InvariantCulture),
            ["HTTP_CONTENT_ENCODING"] = request.Headers["Content-Encoding"],
            ["GIT_PROTOCOL"] = request.Headers["Git-Protocol"],
            ["REMOTE_USER"] = login,
            ["REMOTE_ADDR"] = "127.0.0.1",
        };
        foreach (var (name, value) in environment.Where(pair => pair.Value is not null))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var reading = GitOutput.ReadAsync(process.StandardOutput.BaseStream);
        await process.StandardInput.BaseStream.WriteAsync(content);
        process.StandardInput.Close();
        var output = await reading;
        await process.WaitForExitAsync();
        await error;
        Write(output, response);
    }

    private static void Write(byte[] output, HttpListenerResponse response)
    {
        var end = output.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in Encoding.ASCII.GetString(output, 0, Math.Max(end, 0)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (name == "Status")
            {
                response.StatusCode = int.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);
            }
            else
            {
                response.Headers[name] = value;
            }
        }

        response.OutputStream.Write(output.AsSpan(end + 4));
    }
}
