using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Gates.Doors.Files;
using Gates.Doors.Processes;

namespace Gates.Doors.Git.Remotes;

/// <summary>
/// Hands logins to the gits of this process, each only when its server asks for one. They travel over a socket that answers nobody but our own descendants,
/// so that no environment, argument or file holds a token. The protocol is that of git-credential-cache(1), which git brings along.
/// </summary>
internal sealed class GitLogins
{
    private const int Generations = 16;
    private const int MaxSocketPathLength = 100;
    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;

    private static readonly Lazy<GitLogins> Ours = new(() => new GitLogins());

    private readonly ConcurrentDictionary<string, (string User, string Password)> logins = new(StringComparer.Ordinal);
    private readonly string path;

    private GitLogins()
    {
        var folder = TemporaryFolders.Create("login");
        path = Path.Combine(folder.Length < MaxSocketPathLength ? folder : TemporaryFolders.Create("login", outside: Path.GetPathRoot(folder)), "s");
#pragma warning disable CA2000 // It listens as long as this process lives.
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
#pragma warning restore CA2000
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        _ = ServeAsync(listener);
    }

    /// <summary>From now on git gets a login for a server.</summary>
    /// <param name="server">Scheme and host, with a port that is not the usual one.</param>
    /// <param name="user">The name.</param>
    /// <param name="password">The password or token.</param>
    /// <returns>The socket where it is asked for.</returns>
    public static string Hold(Uri server, string user, string password)
    {
        Ours.Value.logins[$"{server.Scheme}://{server.Authority}"] = (user, password);
        return Ours.Value.path;
    }

    private async Task ServeAsync(Socket listener)
    {
        while (true)
        {
            var client = await listener.AcceptAsync();
            _ = AnswerAsync(client);
        }
    }

    private async Task AnswerAsync(Socket client)
    {
        using (client)
        {
            try
            {
                await using var stream = new NetworkStream(client);
                using var reader = new StreamReader(stream, Encoding.UTF8);
                var asked = new Dictionary<string, string>(StringComparer.Ordinal);
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    var equals = line.IndexOf('=', StringComparison.Ordinal);
                    asked[equals < 0 ? line : line[..equals]] = equals < 0 ? "" : line[(equals + 1)..];
                }

                if (asked.GetValueOrDefault("action") == "get" && IsOurs(client)
                    && logins.TryGetValue($"{asked.GetValueOrDefault("protocol")}://{asked.GetValueOrDefault("host")}", out var login))
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes($"username={login.User}\npassword={login.Password}\n"));
                }
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // It ended before it was answered.
            }
        }
    }

    /// <summary>Whether the process at the other end descends from this one, which in a container is number 1.</summary>
    private static bool IsOurs(Socket client)
    {
        var credentials = new byte[12];
        if (client.GetRawSocketOption(SocketLevel, PeerCredentials, credentials) != credentials.Length)
        {
            return false;
        }

        var process = BitConverter.ToInt32(credentials);
        for (var generation = 0; generation < Generations && process > 0; generation++)
        {
            if (process == Environment.ProcessId)
            {
                return true;
            }

            process = ProcessTable.ParentOf(process) ?? 0;
        }

        return false;
    }
}
