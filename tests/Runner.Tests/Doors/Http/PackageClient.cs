using System.Reflection;

namespace Runner.Tests.Doors.Http;

/// <summary>The client of a package behind a door, as nobody but its door sees it: to show what it would do without the door.</summary>
internal static class PackageClient
{
    /// <summary>Takes the client out of a private field.</summary>
    public static object Of(object door, string field) =>
        door.GetType().GetField(field, BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(door)!;

    /// <summary>Calls a method with its first arguments; the others are what the package takes when nothing is said.</summary>
    public static async Task CallAsync(object client, string operations, string method, params object[] arguments)
    {
        var property = client.GetType().GetInterfaces().Append(client.GetType()).Select(type => type.GetProperty(operations)).First(one => one is not null)!;
        var target = property.PropertyType.GetMethod(method)!;
        var rest = target.GetParameters().Skip(arguments.Length)
            .Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : (object?)null);
        await (Task)target.Invoke(property.GetValue(client), [.. arguments, .. rest])!;
    }
}
