// The page's policy forbids eval, and zod would try whether it is there. Comes before every schema.
import { config } from 'zod';

config({ jitless: true });
