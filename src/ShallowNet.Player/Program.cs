Console.WriteLine("player");
