using System.Net.Sockets;
using System.Text;

namespace Support;

/// <summary>What small servers of the tests have in common.</summary>
internal static class Connections
{
    public static async Task ServeAsync(TcpListener listener, Func<TcpClient, Task> serve)
    {
        while (true)
        {
            try
            {
                _ = OneAsync(await listener.AcceptTcpClientAsync(), serve);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    /// <summary>The lines before the first empty one.</summary>
    public static async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) > 0)
        {
            head.Add(one[0]);
            if (head.Count > 4 && head[^1] == '\n' && head[^3] == '\n')
            {
                break;
            }
        }

        return Encoding.ASCII.GetString([.. head]).TrimEnd('\r', '\n');
    }

    public static async Task JoinAsync(Stream one, Stream other)
    {
        await Task.WhenAny(PumpAsync(one, other), PumpAsync(other, one));
    }

    private static async Task PumpAsync(Stream from, Stream to)
    {
        try
        {
            await from.CopyToAsync(to);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The other end has what it wanted.
        }
    }

    private static async Task OneAsync(TcpClient client, Func<TcpClient, Task> serve)
    {
        using (client)
        {
            try
            {
                await serve(client);
            }
            catch (Exception e) when (e is IOException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The client did not like the answer.
            }
        }
    }
}
