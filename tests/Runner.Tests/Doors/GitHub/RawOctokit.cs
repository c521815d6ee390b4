using System.Reflection;

namespace Runner.Tests.Doors.GitHub;

/// <summary>Octokit as it is, without our handler. It is not seen by the compiler here: its types stay in their folder.</summary>
internal static class RawOctokit
{
    public static readonly Assembly Assembly = Assembly.Load("Octokit");

    public static Type Type(string name) => Assembly.GetType($"Octokit.{name}", throwOnError: true)!;

    public static dynamic New(string type, params object?[] arguments) => Activator.CreateInstance(Type(type), arguments)!;

    /// <summary>What Octokit makes of an answer.</summary>
    public static object? Read(string type, string json)
    {
        var read = Type("Internal.SimpleJsonSerializer").GetMethod("Deserialize")!.MakeGenericMethod(Type(type));
        return read.Invoke((object)New("Internal.SimpleJsonSerializer"), BindingFlags.DoNotWrapExceptions, null, [json], null);
    }

    /// <summary>The ground of its typed clients, with the token of the tests.</summary>
    public static dynamic Connect(HttpMessageHandler handler) =>
        New(
            "ApiConnection",
            New(
                "Connection",
                New("ProductHeaderValue", "test"),
                Scripted.Endpoint.Api,
                New("Internal.InMemoryCredentialStore", New("Credentials", Scripted.Token)),
                New("Internal.HttpClientAdapter", () => handler),
                New("Internal.SimpleJsonSerializer")));
}
