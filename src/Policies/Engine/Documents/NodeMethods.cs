using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace Gates.Policies.Engine.Documents;

/// <summary>The functions that documents and nodes share.</summary>
internal sealed class NodeMethods
{
    private readonly DocumentObjects documents;

    private NodeMethods(DocumentObjects documents) => this.documents = documents;

    public static ObjectInstance NewNodePrototype(DocumentObjects documents)
    {
        var methods = new NodeMethods(documents);
        var prototype = new JsObject(documents.Engine);
        methods.AddSearch(prototype);
        Add(prototype, "has", methods.Has, 1);
        Add(prototype, "keys", methods.Keys, 0);
        Add(prototype, "items", methods.Items, 0);
        Add(prototype, "toString", methods.Describe, 0);

        // A node refers to its parent, so JSON.stringify would otherwise refuse it as circular.
        Add(prototype, "toJSON", (self, _) => Node(self, "toJSON").Get("value"), 0);
        prototype.PreventExtensions();
        return prototype;
    }

    public static ObjectInstance NewDocumentPrototype(DocumentObjects documents)
    {
        var methods = new NodeMethods(documents);
        var prototype = new JsObject(documents.Engine);
        methods.AddSearch(prototype);
        Add(prototype, "toString", (self, _) => new JsString(Start(self, "toString").Path), 0);
        Add(prototype, "toJSON", (self, _) => documents.ValueOf(Start(self, "toJSON").Node), 0);
        prototype.PreventExtensions();
        return prototype;
    }

    private static void Add(ObjectInstance prototype, string name, Func<JsValue, JsValue[], JsValue> function, int length) =>
        HostFunction.Add(prototype, name, function, length, enumerable: false);

    private static (string Path, NodeModel Node) Start(JsValue self, string method) =>
        self is DocumentObject document ? (document.Path, document.Root)
        : self is NodeObject node ? (node.Path, node.Model)
        : throw new MisuseException($"{method} was called on something that is no document and no node");

    private static NodeObject Node(JsValue self, string method) =>
        self as NodeObject ?? throw new MisuseException($"{method} was called on something that is no node");

    private static string Text(JsValue[] arguments, string method) =>
        arguments.Length > 0 && arguments[0].IsString()
            ? arguments[0].AsString()
            : throw new MisuseException($"{method} takes a text, such as {method}(\"{(method == "has" ? "image" : "**.image")}\")");

    private void AddSearch(ObjectInstance prototype)
    {
        Add(prototype, "find", Find, 1);
        Add(prototype, "get", Get, 1);
    }

    private JsValue Find(JsValue self, JsValue[] arguments)
    {
        var (path, start) = Start(self, "find");
        var found = documents.Pattern(Text(arguments, "find")).Find(start);
        return FactReader.NewArray(documents.Engine, found.Select(node => documents.Face(path, node)));
    }

    private JsValue Get(JsValue self, JsValue[] arguments)
    {
        var (path, start) = Start(self, "get");
        return documents.Face(path, documents.Pattern(Text(arguments, "get")).Find(start).FirstOrDefault());
    }

    private JsValue Has(JsValue self, JsValue[] arguments)
    {
        var key = Text(arguments, "has");
        return Node(self, "has").Model.Children.Any(child => string.Equals(child.Key, key, StringComparison.Ordinal)) ? JsBoolean.True : JsBoolean.False;
    }

    private JsValue Keys(JsValue self, JsValue[] arguments)
    {
        var children = Node(self, "keys").Model.Children;
        return FactReader.NewArray(
            documents.Engine,
            children.Where(child => child.Key is not null && child.Occurrence is null or 0).Select(child => new JsString(child.Key!)));
    }

    private JsValue Items(JsValue self, JsValue[] arguments)
    {
        var node = Node(self, "items");
        return FactReader.NewArray(documents.Engine, node.Model.Children.Select(child => documents.Face(node.Path, child)));
    }

    private JsValue Describe(JsValue self, JsValue[] arguments)
    {
        var node = Node(self, "toString");
        return node.Model.Kind == ObjectKind.Scalar ? node.Get("text") : node.Get("pointer");
    }
}
