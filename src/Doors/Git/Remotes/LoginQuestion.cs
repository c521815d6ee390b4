using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Doors.Git.Remotes;

/// <summary>
/// A login where there is no shell, as in the released image: git needs one to run a credential helper, and none to run the program that <c>GIT_ASKPASS</c>
/// names. That is this program again, which git asks in words, and which asks <see cref="GitLogins"/> over the same socket.
/// </summary>
internal static partial class LoginQuestion
{
    /// <value>The variable that names the socket; only a git that is to get a login has it.</value>
    private const string SocketVariable = "GATES_LOGIN_SOCKET";

    /// <summary>What git gets so that it asks.</summary>
    /// <param name="socket">Where it will ask.</param>
    public static IReadOnlyDictionary<string, string> Variables(string socket) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_ASKPASS"] = Environment.ProcessPath ?? "", [SocketVariable] = socket };

    /// <summary>Whether this process was started to ask for a login. The question is no command of ours, so that a variable alone changes nothing.</summary>
    public static bool IsAsked(string[] arguments) =>
        arguments is [var question] && IsQuestion(question) && Environment.GetEnvironmentVariable(SocketVariable) is not null;

    /// <summary>Whether git asks like this.</summary>
    public static bool IsQuestion(string text) => Question().IsMatch(text);

    /// <summary>Answers git.</summary>
    /// <returns>The exit code.</returns>
    public static int Answer(string question, Stream output) => Answer(question, Environment.GetEnvironmentVariable(SocketVariable)!, output);

    /// <inheritdoc cref="Answer(string, Stream)"/>
    public static int Answer(string question, string socket, Stream output)
    {
        var match = Question().Match(question);
        try
        {
            using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            connection.Connect(new UnixDomainSocketEndPoint(socket));
            using var stream = new NetworkStream(connection);
            stream.Write(Encoding.UTF8.GetBytes($"action=get\nprotocol={match.Groups["scheme"].Value}\nhost={match.Groups["host"].Value}\n\n"));
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var wanted = match.Groups["what"].Value.ToLowerInvariant() + "=";
            while (reader.ReadLine() is { } line)
            {
                if (line.StartsWith(wanted, StringComparison.Ordinal))
                {
                    output.Write(Encoding.UTF8.GetBytes(line[wanted.Length..] + "\n"));
                    return 0;
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // Nobody answers any more: git says that it has no login.
        }

        return 1;
    }

    [GeneratedRegex(
        "^(?<what>Username|Password) for '(?<scheme>https?)://([^@/']*@)?(?<host>[^@/']+)/?': $",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Question();
}
